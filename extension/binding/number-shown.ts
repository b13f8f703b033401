/** The digits of the words of a balance, with what stands between and right after them; undefined without any. No other word is kept. */
export const numberShown = (words: string | undefined): string | undefined =>
  words
    ?.match(/-|\d[\d.,'’\s]*(%|[kmb]\b)?/gi)
    ?.join(' ')
    .slice(0, 60)
