import { distance } from 'fastest-levenshtein'

/** The valid word closest to what was written, where it is close enough to be a slip. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const sizes = (candidate: string) => Math.abs(candidate.length - word.length)
  const near = words
    .map((candidate) => ({ candidate, apart: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, apart }) => apart <= slips(Math.max(word.length, candidate.length)))
    .sort((a, b) => a.apart - b.apart || sizes(a.candidate) - sizes(b.candidate))
  return near[0]?.candidate
}

/** How many letters may be wrong in a word: of three, one. */
const slips = (length: number): number => (length < 4 ? 1 : Math.max(2, Math.floor(length / 3)))
