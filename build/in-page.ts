import { fileURLToPath } from 'node:url'
import { apology, english } from '../widget/english'

/** Styles without what only their authors read. */
export const tightCss = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/\) ([*/]) (?=[\d.])/g, ')$1')
    .replace(/[ ;]+\}/g, '}')

/** Styles are template literals that begin on their own line: without their spaces they are a third smaller. */
export const tightStyles = {
  name: 'tight-styles',
  transform: (code: string, id: string): string | undefined =>
    /\/(widget|extension)\/.*\.tsx?/.test(id) ? code.replace(/= `\n[^`]*`/g, tightCss) : undefined,
}

/** What goes into other people's pages draws with its own few lines (widget/draw.ts): nothing of preact goes with it. */
export const ownRenderer = {
  name: 'own-renderer',
  enforce: 'pre' as const,
  resolveId(id: string): string | undefined {
    if (id === 'preact/jsx-runtime') return fileURLToPath(new URL('../widget/jsx-runtime.ts', import.meta.url))
    if (id === 'preact' || id.startsWith('preact/')) throw new Error(`${id} does not belong into a page`)
    return undefined
  },
}

/** The texts that a page is given are picked while building: a part of a catalogue is shipped whole otherwise. */
export const pickedEnglish = {
  name: 'picked-english',
  enforce: 'pre' as const,
  load: (id: string): string | undefined =>
    id.endsWith('/widget/english.ts')
      ? `export const english = ${JSON.stringify(english)}, apology = ${JSON.stringify(apology)}`
      : undefined,
}

/** Components as calls of `h`, which pack better than those of the automatic kind. */
export const classicJsx = { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } as const
export const withH = {
  name: 'with-h',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('.tsx') ? `import { Fragment, h } from 'preact/jsx-runtime'\n${code}` : undefined,
}

/**
 * Where only plain runs are made (core/run.ts) whatever a run cannot answer ends in OPEN: nothing known is open, one bill is the cheapest
 * and the dearest, an amount is a number; and no fault of a card is told. What only a `Try` and the schema would use of the rules is left
 * out, and so is what hardly a card says: tiers, a minimum or a rounding of the whole bill, and a value for what is not there end in OPEN
 * too. Shortcuts that make thousands of prices quicker are of no use to one.
 */
const PLAIN: [file: RegExp, said: RegExp, meant: string][] = [
  [/core\/run/, /^ {2}(get undecided|published)\([^)]*\)[^{]*\{[^}]*\}$/gm, ''],
  [/core\//, /\brun\.(refuse|published|undecided\.\w+)\([^()]*\)/g, 'run.refuse()'],
  [/core\//, /\bisOpen\(known\)/g, 'false'],
  [/core\//, /\bfail\((`[^`]*`|'[^']*')\)/g, 'fail()'],
  [/core\/amount/, /\b[ab]\.open\b/g, 'false'],
  [/core\/amount/, /\bopenAs\([ab], [ab], /g, '('],
  [/core\/amount/, /^const PLACES = .*$|^ {2}const known = .*\n.*placed\(n, known\)$/gm, ''],
  [/core\/amount/, /\ba\.hi === a\.lo( && b\.hi === b\.lo)? \? (lo|low) : /g, ''],
  [/core\/lines/, /\blow === high\b/g, 'true'],
  [/core\/lines/, /^ {2}const total = column\(low\.adjustment[^]*return total && lines$/m, '  return lines'],
  [/core\/lines/, /\b(b \?\? a|a && b && a\.rate === b\.rate)\b/g, 'a'],
  [/core\/lines/, /, b\?\.total\b/, ''],
  [/core\/priced/, /\btotal\.low === total\.high\b/, 'true'],
  [/core\/bill/, /\bapply\(run, sum\)/, 'run.refuse()'],
  [/core\/bill/, /, adjustment: apply \? difference\(total, sum\) : ZERO/, ''],
  [/core\/dimensions/, /\binstead\(run, slot, hidden\)/, 'run.refuse()'],
  [/core\/compile/, /\bnew CardError\(message\)/, 'Error()'],
  [/core\/conditions/, /\ball\.length === 1 \? all\[0\]! : /, ''],
  [/charge-models\/product/, /\bresult === ONE \? amount : /, ''],
  [/charge-models\/literal/, /\bisPoint, parseLiteral\b/, 'parseDecimal'],
  [/charge-models\/(literal|table)/, /\bparseLiteral\((\w+)\) \?\? scope\.fail\(\)/, 'parseDecimal($1)'],
  [/charge-models\/literal/, /\bisPoint\(amount\) \? \(\) => amount : (.*)/, '(run) => amount ?? run.refuse()'],
  [/charge-models\/table/, /\bisPoint\(cell\) \? cell : .*/, 'cell'],
  [
    /charge-models\/counted/,
    /\bcompileTiers\(/,
    '((tiers, { compileOf }) => tiers.map(({ amount }) => compileOf(amount)) && ((run) => run.refuse()))(',
  ],
]
const applied = new Set<RegExp>()
export const plainRules = {
  name: 'plain-rules',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    if (/\/core\/undecided\//.test(id)) throw new Error(`${id} does not belong with plain runs`)
    let plain = code
    for (const [, said, meant] of PLAIN.filter(([file]) => file.test(id))) {
      const before = plain
      plain = plain.replace(said, meant)
      if (plain !== before) applied.add(said)
    }
    return plain === code ? undefined : plain
  },
  buildEnd(failed?: Error): void {
    if (failed) return
    const stale = PLAIN.find(([, said]) => !applied.has(said))
    if (stale) throw new Error(`${stale[1]} is nowhere in the rules any more`)
  },
}
