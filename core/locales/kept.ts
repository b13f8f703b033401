const kept = new Map<string, unknown>()

/** One `Intl` object per kind, language and options: making one takes longer than a whole estimate. */
export function keptIntl<T, O extends object>(
  kind: new (intl: string, options?: O) => T,
  intl: string,
  options = {} as O,
): T {
  const key = kind.name + intl + JSON.stringify(options)
  if (!kept.has(key)) kept.set(key, new kind(intl, options))
  return kept.get(key) as T
}
