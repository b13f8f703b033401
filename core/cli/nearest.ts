import { distance } from 'fastest-levenshtein'

/** The valid word closest to what was written, where it is close enough to be a slip. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const near = words
    .map((candidate) => ({ candidate, apart: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, apart }) => apart <= slips(Math.max(word.length, candidate.length)))
    .sort((a, b) => a.apart - b.apart)
  return near[0]?.candidate
}

/** How many letters may be wrong in a word: of three, one. */
const slips = (length: number): number => (length < 4 ? 1 : Math.max(2, Math.floor(length / 3)))

/** '; did you mean "duration"? There are: ...' */
export function hint(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  const meant = near === undefined || near === word ? '' : `; did you mean "${near}"?`
  const listed = words.slice(0, 20).join(', ')
  return `${meant}${meant ? ' ' : '; '}there are: ${listed}${words.length > 20 ? ', …' : ''}`
}
