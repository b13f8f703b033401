import { imports, type File } from './files'
import { inlineWords } from './words'

/** A rule names what breaks it, one line each; nothing means that all is well. */
export type Rule = (files: File[]) => string[]

const isCode = ({ path }: File) => /\.tsx?$/.test(path)
const product = ({ path }: File) => /^(core|widget|extension)\//.test(path)
const place = (path: string) => path.split('/')[0]!

const below: Record<string, string[]> = {
  core: ['core'],
  widget: ['widget', 'core'],
  extension: ['extension', 'widget', 'core'],
}

export const arrows: Rule = (files) =>
  files.filter(product).flatMap((file) =>
    imports(file)
      .filter(({ from }) => from.startsWith('.'))
      .filter(({ to }) => !below[place(file.path)]!.includes(place(to)))
      .map(({ to }) => `${file.path} imports ${to}`),
  )

export const cliIsALeaf: Rule = (files) =>
  files
    .filter((file) => product(file) && !file.path.startsWith('core/cli/'))
    .flatMap((file) =>
      imports(file)
        .filter(({ to }) => to.startsWith('core/cli/'))
        .map(({ to }) => `${file.path} imports ${to}`),
    )

/** What a part may not import at all: I/O in core, the browser's extension API in the widget. */
export const purity: Rule = (files) =>
  files.filter(product).flatMap((file) => {
    const banned = bannedIn(file.path)
    return imports(file)
      .filter(({ from }) => banned?.test(from))
      .map(({ from }) => `${file.path} imports ${from}`)
  })

function bannedIn(path: string): RegExp | undefined {
  if (path.startsWith('core/cli/')) return undefined
  if (path.startsWith('core/')) return /^(node:|preact|@preact\/|webextension-polyfill|wxt|idb)/
  if (path.startsWith('widget/')) return /^(node:|webextension-polyfill|wxt|idb)/
  return /^node:/
}

/** No clock and no chance in core: the caller passes the instant. */
export const noClock: Rule = (files) =>
  files
    .filter((file) => isCode(file) && file.path.startsWith('core/') && !file.path.startsWith('core/cli/'))
    .flatMap((file) => found(file, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/g))

export const oneZod: Rule = (files) =>
  files
    .filter((file) => isCode(file) && file.path !== 'core/zod.ts')
    .flatMap((file) =>
      imports(file)
        .filter(({ from }) => /^zod(\/|$)/.test(from))
        .map(() => `${file.path} imports zod`),
    )

export const onePolyfill: Rule = (files) =>
  files
    .filter((file) => product(file) && file.path !== 'extension/browser.ts')
    .flatMap((file) =>
      imports(file)
        .filter(({ from }) => from === 'webextension-polyfill')
        .map(() => `${file.path} imports it`),
    )

/** Keys are the background's alone: nothing outside it may even name the file that holds them. */
export const keysInBackground: Rule = (files) =>
  files
    .filter(
      (file) => isCode(file) && product(file) && !/^extension\/(background|entrypoints\/background)/.test(file.path),
    )
    .flatMap((file) =>
      imports(file)
        .filter(({ to }) => to === 'extension/background/keys')
        .map(({ to }) => `${file.path} imports ${to}`),
    )

export const folderNames: Rule = (files) => {
  const folders = new Set(files.map(({ path }) => path.split('/').slice(0, -1).join('/')))
  return [...folders].filter((folder) =>
    /(^|\/)(utils?|lib|common|shared|types|helpers?|services?|managers?)(\/|$)/.test(folder),
  )
}

/** Each file of a growing folder is named in that folder's registry, the one file `index.ts` (or as given). */
export const registries: Rule = (files) =>
  growing.flatMap(({ folder, ending, registry, parts }) => {
    const index = files.find(({ path }) => path === registry)
    const grown = files.filter(({ path }) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
    const each = grown.filter(({ path }) => path.endsWith(ending) && path !== registry)
    const named = index ? [...imports(index).map(({ to }) => to), ...keysOf(index).map((key) => folder + key)] : []
    return each
      .filter(({ path }) => !parts?.includes(path.slice(folder.length)))
      .filter(
        ({ path }) => !named.includes(path.replace(/\.tsx?$/, '')) && !named.includes(path.replace(/\.json$/, '')),
      )
      .map(({ path }) => `${path} is not in ${registry}`)
  })

// A registry without code names its files by key: `de: { ... }`.
const keysOf = ({ text }: File): string[] => [...text.matchAll(/^ {2}'?([\w-]+)'?: \{/gm)].map(([, key]) => key!)

type Growing = { folder: string; ending: string; registry: string; parts?: string[] }

const growing: Growing[] = [
  // What a model is made of, not a model of its own.
  {
    folder: 'core/charge-models/',
    ending: '.ts',
    registry: 'core/charge-models/index.ts',
    parts: ['tiers.ts', 'units.ts'],
  },
  { folder: 'core/rate-cards/', ending: '.json', registry: 'core/rate-cards/index.ts' },
  { folder: 'core/locales/', ending: '.json', registry: 'core/locales/languages.ts' },
  { folder: 'extension/sites/', ending: '.json', registry: 'extension/sites/index.ts' },
  { folder: 'extension/connectors/', ending: '.json', registry: 'extension/connectors/index.ts' },
]

/** The studio charges by its own code: it may not see ours. */
export const studioApart: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('test/studio/') && !/\.test\.tsx?$/.test(path))
    .flatMap((file) =>
      imports(file)
        .filter(({ to }) => place(to) === 'core')
        .map(({ to }) => `${file.path} imports ${to}`),
    )

export const noMarkupFromStrings: Rule = (files) =>
  files
    .filter((file) => isCode(file) && product(file))
    .flatMap((file) =>
      found(
        file,
        /\.(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|\bnew Function\(|document\.write\b|createContextualFragment|setHTMLUnsafe/g,
      ),
    )

/** Pages are never asked again and again; a bounded back-off uses setTimeout. */
export const noStandingPoll: Rule = (files) =>
  files.filter((file) => isCode(file) && product(file)).flatMap((file) => found(file, /\bsetInterval\(/g))

/** Sentences in a view come from the catalogue. */
export const wordsFromCatalogue: Rule = (files) =>
  files
    .filter((file) => product(file) && file.path.endsWith('.tsx'))
    .flatMap((file) =>
      inlineWords(file).map(([at, words]) => `${file.path}:${file.text.slice(0, at).split('\n').length} ${words}`),
    )

/** Amounts and numbers are written in one place. */
export const oneNumberFormat: Rule = (files) =>
  files
    .filter((file) => product(file) && isCode(file) && !file.path.startsWith('core/locales/'))
    .flatMap((file) => found(file, /\bnew Intl\.NumberFormat\b|\.toLocaleString\(/g))

/** The same in both writing directions. */
export const logicalStyles: Rule = (files) =>
  files
    .filter((file) => product(file) && /\.css(\.ts)?$|\/tokens\//.test(file.path))
    .flatMap((file) =>
      found(
        file,
        /(?<![\w-])((margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)|border-(top|bottom)-(left|right)-radius|left|right|top|bottom|min-width|max-width|min-height|max-height|width|height)\s*:\s*[^;\n]+;|(text-align|float|clear)\s*:\s*(left|right)/g,
      ),
    )

/** A file that nobody can hold in mind is split. Registries and schemas may be long. */
export const fileLength: Rule = (files) =>
  files
    .filter((file) => isCode(file) && product(file))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 260)
    .map(({ path, lines }) => `${path} has ${lines} lines`)

function found({ path, text }: File, pattern: RegExp): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...code.matchAll(pattern)].map((match) => {
    const line = code.slice(0, match.index).split('\n').length
    return `${path}:${line} ${match[0].trim()}`
  })
}
