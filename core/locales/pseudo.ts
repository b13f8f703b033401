const RLO = '\u202e'
const PDF = '\u202c'

const PLURAL = /\{\w+, plural,(?: ?[=\w]+ \{[^{}]*\})+\}/
const TOKEN = new RegExp(`${PLURAL.source}|\\{\\w+\\}|\\p{L}+`, 'gu')

/** A right-to-left copy of a catalogue for tests: every word is overridden to run from right to left, as Arabic would. */
export function pseudo<Catalogue extends object>(catalogue: Catalogue): Catalogue {
  const groups = Object.entries(catalogue).map(([group, messages]) => [group, mirrored(messages)])
  return Object.fromEntries(groups) as Catalogue
}

function mirrored(messages: { [key: string]: string }): { [key: string]: string } {
  return Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, mirror(text)]))
}

const mirror = (text: string): string => text.replace(TOKEN, mirrorToken)

// Of a plural only the texts of its branches are words; its keys belong to the formatter.
function mirrorToken(token: string): string {
  if (token.startsWith('{'))
    return token.replace(/([=\w]+ \{)([^{}]*)(\})/g, (_, key, text, end) => key + mirror(text) + end)
  return RLO + token + PDF
}
