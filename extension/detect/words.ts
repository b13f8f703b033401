import words from './words.json'

// Words of tool pages, per thing that is meant, in the languages the largest tools are offered in. They decide what a control may
// be taken for; what they do not know stays unread. Each list of words.json is text: words with commas between them.

const list = (texts: string[]): string[] => texts.flatMap((text) => text.split(', '))

/** What a dimension is about, found by the card's own name of it, with the words pages use for it. */
export const concepts = words.concepts.map(({ names, words }) => ({ names, words: list(words) }))

/** Words that may stand beside the name of a setting without changing what it is. */
export const neutral = list(words.neutral)

/** Words beside an option that add nothing to which option it is. */
export const harmless = list(words.harmless)

/** A part of the page with one of these words is about something else than the next run. */
export const elsewhere = list(words.elsewhere)

/** Words of a choice between on and off. */
export const toggles = { yes: list(words.yes), no: list(words.no) }

/** Verbs on the control that starts a paid run. */
export const generate = list(words.generate)

/** Verbs that start a run of one kind of tool only, by the kind. */
export const kindVerbs: Record<string, string[]> = Object.fromEntries(
  Object.entries(words.kindVerbs).map(([kind, texts]) => [kind, list(texts)]),
)

/** Words that may stand beside the verb on the button. */
export const beside = list(words.beside)

/** What a run is paid in, as pages write it beside a number. */
export const money = list(words.money)

/** Verbs of buttons that finish something else: controls nearer to one of these belong to it. */
export const otherwise = list(words.otherwise)

/** Names of a control that has the whole run made several times. */
export const times = list(words.times)
