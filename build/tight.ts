import { gzipSync } from 'node:zlib'
import { minify } from 'terser'
import { parseAst } from 'vite'

type Statement = ReturnType<typeof parseAst>['body'][number]

/** Names that no other script, no card and no page knows: of what a card is compiled to, of the run that prices it, of our elements. */
export const inside = [
  ...['adjustment', 'amounts', 'compiled', 'eachItem', 'found', 'isList', 'isOneOf', 'isWithin', 'noCell', 'parts'],
  ...['compileOf', 'published', 'quantify', 'slotOf', 'touched', 'undecided'],
  ...['altered', 'became', 'fail', 'featureId', 'give', 'knows', 'loaded', 'paint', 'prepare'],
  ...['redraw', 'reflect', 'requires', 'say', 'shade', 'speaking', 'wanted'],
  ...['cited', 'drawn', 'known', 'numbers', 'texts'],
]

/**
 * A script as small as readers are sent it: a library build of an ES module keeps its spaces. `pack` puts its functions in the order that
 * is smallest, which takes a while.
 */
export async function tight(script: string, pack: boolean): Promise<string> {
  const { code } = await minify(script, {
    module: true,
    compress: { passes: 3, ecma: 2020, hoist_funs: true, keep_fargs: false, unsafe_arrows: true },
    // `builtins`: some are names of the platform too, of what no script of ours asks it for; a test says of which it may be.
    mangle: { properties: { builtins: true, regex: new RegExp(`^(${inside.join('|')})$`) } },
    format: { ecma: 2020 },
  })
  return pack ? packed(code!) : code!
}

/** How many orders are tried. */
const TRIES = 24_000

/** `anywhere`: a function, which is hoisted; `early`: a variable that holds one, and waits for nothing; `fixed`: all else. */
type Piece = { text: string; place: 'anywhere' | 'early' | 'fixed'; variable?: true }

/**
 * The functions of a script in an order that gzip packs best: those alike side by side. Any order of them means the same; everything else
 * keeps its own, and what comes first, which may be a directive, its place. The same script always comes out the same.
 */
function packed(code: string): string {
  const [first, ...body] = parseAst(code).body
  const pieces = body.flatMap((statement) => piecesOf(statement, code))
  let best = [...pieces.filter(({ place }) => place === 'early'), ...pieces.filter(({ place }) => place !== 'early')]
  let least = size(best)
  const next = random()
  for (let tries = 0; tries < TRIES; tries++) {
    const order = moved(best, next)
    const bytes = size(order)
    if (bytes <= least) [best, least] = [order, bytes]
  }
  return code.slice(0, first!.end) + joined(best) + code.slice(body.at(-1)!.end)
}

/** The same with one that may move elsewhere. */
function moved(pieces: Piece[], next: (below: number) => number): Piece[] {
  const movable = pieces.filter(({ place }) => place !== 'fixed')
  const one = movable[next(movable.length)]!
  const rest = pieces.filter((piece) => piece !== one)
  const executed = rest.findIndex(({ place }) => place === 'fixed')
  rest.splice(next((one.place === 'early' ? executed : rest.length) + 1), 0, one)
  return rest
}

function piecesOf(statement: Statement, code: string): Piece[] {
  const textOf = ({ start, end }: { start: number; end: number }) => code.slice(start, end)
  if (statement.type === 'FunctionDeclaration') return [{ text: textOf(statement), place: 'anywhere' }]
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'var')
    return [{ text: textOf(statement).replace(/;?$/, ';'), place: 'fixed' }]
  return statement.declarations.map((one) => ({
    text: textOf(one),
    place: one.init?.type === 'ArrowFunctionExpression' ? 'early' : 'fixed',
    variable: true,
  }))
}

/** Variables side by side share one statement. */
const joined = (pieces: Piece[]): string =>
  pieces
    .map(({ text, variable }, at) => {
      if (!variable) return text
      return `${pieces[at - 1]?.variable ? ',' : 'var '}${text}${pieces[at + 1]?.variable ? '' : ';'}`
    })
    .join('')

const size = (pieces: Piece[]): number => gzipSync(joined(pieces), { level: 9 }).length

/** Whole numbers below a bound, in the same course each time. */
function random(): (below: number) => number {
  let state = 1
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}
