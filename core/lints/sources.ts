import { error, warning, type Lint, type Path } from './lint'

/** Every source that is named exists, none is unused, and an undated one says so in its own words. */
export const sources: Lint = (card) => {
  const named = namesOf(card, [])
  const unknown = named.filter(({ name }) => !Object.hasOwn(card.sources, name))
  const used = new Set(named.map(({ name }) => name))
  return [
    ...unknown.map(({ name, path }) =>
      error(path, `no source "${name}"`, { word: name, allowed: Object.keys(card.sources) }),
    ),
    ...Object.entries(card.sources).flatMap(([name, source]) => [
      ...(used.has(name) ? [] : [warning(['sources', name], `nothing names the source "${name}"`)]),
      ...(source.seenOn === null && !source.words
        ? [warning(['sources', name], 'an undated source says in "words" what is known of its age')]
        : []),
      ...(source.seenOn && source.seenOn > card.checkedOn
        ? [
            error(
              ['sources', name, 'seenOn'],
              `seen on ${source.seenOn}, after the card was checked on ${card.checkedOn}`,
            ),
          ]
        : []),
    ]),
  ]
}

type Named = { name: string; path: Path }

/** Every `source` (and the `sources` of a contradiction) in the card, outside its own list of them. */
function namesOf(value: unknown, path: Path): Named[] {
  if (value === null || typeof value !== 'object') return []
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, i) => [i, item] as const)
    : Object.entries(value)
  return entries.flatMap(([key, item]): Named[] => {
    const place = [...path, key]
    if (key === 'request' || key === 'cells' || (key === 'sources' && path.length === 0)) return []
    if (key === 'source' && typeof item === 'string') return [{ name: item, path: place }]
    if (key === 'sources' && Array.isArray(item))
      return item.map((name, i) => ({ name: String(name), path: [...place, i] }))
    return namesOf(item, place)
  })
}
