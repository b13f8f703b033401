/** Where a key moves to in a list of `count` lines from line `at` (-1: none yet), with `page` lines in sight; undefined: it does not move. */
export function moved(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  at: number,
  count: number,
  page: number,
): number | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  const to: { [key: string]: number } = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  return Object.hasOwn(to, key) ? Math.min(count - 1, Math.max(0, to[key]!)) : undefined
}
