import type { Chosen, Kind } from './snippets'

/** What an author chose so far. */
export type Choice = {
  bundled: string
  address: string
  pasted: string
  files: string
  attributes: Chosen
  kind: Kind
  said: string
  /** What is wrong with the card, as the author's console says it. */
  fault: string
}

/** Names of the bundled cards, written by the build. */
declare const __CARDS__: string[]
export const cards = typeof __CARDS__ === 'undefined' ? [] : __CARDS__

export const nothingYet: Choice = {
  bundled: cards[0] ?? '',
  address: '',
  pasted: '',
  // On the author's own site it lies beside them.
  files: new URL('.', document.baseURI).pathname,
  attributes: {},
  kind: 'html',
  said: '',
  fault: '',
}

/** What readers ask for: the card that was pasted, else where the author serves his, else the bundled one beside the other files. */
export const cardOf = ({ bundled, address, pasted, files }: Choice): string =>
  tight(pasted.trim()) || address.trim() || `${files}cards/${bundled}.json`

/** The attributes of the element, in the order they are written. */
export const chosenOf = (choice: Choice): Chosen => ({ card: cardOf(choice), ...choice.attributes })

// A blank line within a card would end the tag in Markdown.
function tight(pasted: string): string {
  try {
    return JSON.stringify(JSON.parse(pasted))
  } catch {
    return pasted
  }
}
