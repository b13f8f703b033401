const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/**
 * The words of a label as they are compared: "Gen-4 Turbo", "gen4_turbo" and "GEN 4 TURBO" are the same tokens.
 * Case, accents, marks and the border between letters and digits do not count; "3.1" stays one number.
 */
export function tokens(text: string): string[] {
  const plain = text
    .slice(0, 300)
    .normalize('NFKC')
    .replace(/(\d)[,\u00a0\u202f'’ ](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/×/g, ' x ')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
  return plain.match(/\d+(?:[.:]\d+)*|\p{L}+/gu) ?? []
}

/** Where `part` stands in `whole` as a run of tokens, or -1. An empty part stands nowhere. */
export function indexOfRun(whole: string[], part: string[]): number {
  if (part.length === 0) return -1
  for (let at = 0; at + part.length <= whole.length; at++) {
    if (part.every((token, i) => whole[at + i] === token)) return at
  }
  return -1
}

/** `whole` without the run of `length` tokens at `at`. */
export const without = (whole: string[], at: number, length: number): string[] => [
  ...whole.slice(0, at),
  ...whole.slice(at + length),
]

/**
 * Splits tokens of scripts that write without spaces into words of the vocabulary, the longest first; what is in none of them
 * stays as it is, and so counts as a foreign word.
 */
export function segmented(words: string[], vocabulary: ReadonlySet<string>): string[] {
  return words.flatMap((word) => (cjk.test(word) && !vocabulary.has(word) ? split(word, vocabulary) : [word]))
}

function split(word: string, vocabulary: ReadonlySet<string>): string[] {
  const out: string[] = []
  let rest = word
  while (rest) {
    let length = Math.min(rest.length, 8)
    while (length > 0 && !vocabulary.has(rest.slice(0, length))) length--
    if (length === 0) return [word]
    out.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return out
}
