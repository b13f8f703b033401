import { faultsOf, type Fault } from './faults'
import { CardError, compileFeature } from './compile'
import { RateCard } from './rate-card'

export type ReadCard = { card: RateCard; faults?: undefined } | { card?: undefined; faults: Fault[] }

/** Bounds on a card from outside; counted, so that a hostile one costs bounded work. */
export const CARD_BOUNDS = { bytes: 2_000_000, depth: 40, nodes: 200_000 }

/** Reads a rate card where it enters: size, depth and nodes are bounded, then the schema, then that every name resolves. */
export function readCard(text: string): ReadCard {
  if (text.length > CARD_BOUNDS.bytes) return fault('', `a card of more than ${CARD_BOUNDS.bytes} characters`)
  try {
    return parseCard(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return fault('', `not JSON: ${error.message.slice(0, 200)}`)
    throw error
  }
}

/** The same for a value that is parsed already. */
export function parseCard(value: unknown): ReadCard {
  const bound = tooLarge(value)
  if (bound) return fault('', bound)
  const parsed = RateCard.safeParse(value)
  if (!parsed.success) return { faults: faultsOf(parsed.error.issues, value) }
  const faults = semanticFaults(parsed.data)
  return faults.length > 0 ? { faults } : { card: parsed.data }
}

const fault = (path: string, message: string): ReadCard => ({ faults: [{ path, message }] })

/** Walks breadth first with counters, never recursively, so that depth itself cannot hurt. */
function tooLarge(value: unknown): string | undefined {
  let level: unknown[] = [value]
  let nodes = 0
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length
    if (depth > CARD_BOUNDS.depth) return `nested more than ${CARD_BOUNDS.depth} deep`
    if (nodes > CARD_BOUNDS.nodes) return `more than ${CARD_BOUNDS.nodes} values`
    if (level.some(hasPrototypeKey)) return 'a key called __proto__'
    level = level.flatMap((node) => (node && typeof node === 'object' ? Object.values(node) : []))
  }
  return undefined
}

const hasPrototypeKey = (node: unknown): boolean =>
  Boolean(node && typeof node === 'object' && Object.hasOwn(node, '__proto__'))

function semanticFaults(card: RateCard): Fault[] {
  const faults: Fault[] = Object.keys(card.features).flatMap((id) => {
    try {
      compileFeature(card, id)
      return []
    } catch (error) {
      if (error instanceof CardError) return [{ path: `features.${id}`, message: error.message, at: ['features', id] }]
      throw error
    }
  })
  const unknown = card.examples.findIndex((example) => !Object.hasOwn(card.features, example.feature))
  if (unknown >= 0)
    faults.push({
      path: `examples[${unknown}].feature`,
      message: `no feature "${card.examples[unknown]!.feature}"`,
      at: ['examples', unknown, 'feature'],
      allowed: Object.keys(card.features),
    })
  const unsourced = Object.entries(card.features).filter(([, { source }]) => !Object.hasOwn(card.sources, source))
  return [
    ...faults,
    ...unsourced.map(([id, { source }]) => ({
      path: `features.${id}.source`,
      message: `no source "${source}"`,
      at: ['features', id, 'source'],
      allowed: Object.keys(card.sources),
    })),
  ]
}
