/** Written by the build: which version of us this is. */
declare const __VERSION__: string | undefined
const OWN = typeof __VERSION__ === 'string' ? __VERSION__ : ''

const SEAL = /"\$schema": "[^"#]*#([^"]+)"/

/**
 * What stands for a text as a version checked it: another text, or another version, has another one. It finds a file that was edited or
 * came with another version, and no more than that: a stranger can make one too.
 */
function sealOf(text: string, version: string): string {
  let seal = 0
  for (const letter of version + text) seal = Math.imul(seal ^ letter.codePointAt(0)!, 16777619)
  return seal.toString(36)
}

/** Whether the text of a card is the one that this version of us sealed when it was built. */
export function isSealed(text: string): boolean {
  const seal = SEAL.exec(text)?.[1]
  return seal === sealOf(text.replace(`#${seal}`, '#'), OWN)
}

/** Where the schema lies, seen from the cards beside the widget's script. */
const SCHEMA = '../rate-card.schema.json'

/** The text of a card that was checked, with its seal after the address of its schema. */
export function sealed(text: string, version = OWN): string {
  const named = text.replace(/^\s*\{\s*("\$schema": "[^"]*",\s*)?/, `{\n  "$schema": "${SCHEMA}#",\n  `)
  return named.replace('#', `#${sealOf(named, version)}`)
}
