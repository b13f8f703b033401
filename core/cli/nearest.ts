import { distance } from 'fastest-levenshtein'

/** The valid word closest to what was written, where it is close enough to be a slip. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const near = words
    .map((candidate) => ({ candidate, apart: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, apart }) => apart <= Math.max(2, Math.floor(Math.max(word.length, candidate.length) / 3)))
    .sort((a, b) => a.apart - b.apart)
  return near[0]?.candidate
}

/** '; did you mean "duration"? There are: ...' */
export function hint(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  const meant = near === undefined || near === word ? '' : `; did you mean "${near}"?`
  const listed = words.slice(0, 20).join(', ')
  return `${meant}${meant ? ' ' : '; '}there are: ${listed}${words.length > 20 ? ', …' : ''}`
}
