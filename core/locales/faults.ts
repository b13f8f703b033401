type Catalogue = { [group: string]: { [key: string]: string } }

/** What is wrong with a translation, one line each: keys, placeholders and plural branches must be there, and no others. */
export function faultsOf(language: string, translated: Catalogue, english: Catalogue): string[] {
  const [own, wanted] = [flat(translated), flat(english)]
  const needed = new Intl.PluralRules(language.startsWith('qps') ? 'en' : language).resolvedOptions().pluralCategories
  return [
    ...[...own.keys()].filter((key) => !wanted.has(key)).map((key) => `${language}: ${key} is not in English`),
    ...[...wanted].flatMap(([key, text]) => {
      const said = own.get(key)
      if (!said?.trim()) return [`${language}: ${key} is missing`]
      return messageFaults(said, text, needed).map((fault) => `${language}: ${key} ${fault}`)
    }),
  ]
}

function messageFaults(said: string, english: string, needed: readonly string[]): string[] {
  const [own, wanted] = [placeholders(said), placeholders(english)]
  const branches = [...said.matchAll(/\{\w+, plural,((?: ?[=\w]+ \{[^{}]*\})+)\}/g)].map((found) =>
    [...found[1]!.matchAll(/([=\w]+) \{/g)].map(([, name]) => name),
  )
  return [
    ...wanted.filter((name) => !own.includes(name)).map((name) => `lacks {${name}}`),
    ...own.filter((name) => !wanted.includes(name)).map((name) => `has {${name}}, which nothing fills`),
    ...branches.flatMap((names) =>
      needed.filter((name) => !names.includes(name)).map((name) => `lacks the plural branch "${name}"`),
    ),
    ...(/[{}]/.test(said.replace(/\{\w+(?:, plural,(?: ?[=\w]+ \{[^{}]*\})+)?\}/g, '')) ? ['has a stray brace'] : []),
  ]
}

const placeholders = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)(?:\}|, plural)/g)].map((found) => found[1]!)),
]

const flat = (catalogue: Catalogue): Map<string, string> =>
  new Map(
    Object.entries(catalogue).flatMap(([group, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text] as const),
    ),
  )
