import { instantOn } from '../day'
import { answerOf } from '../examples'
import { estimate } from '../estimate'
import type { RateCard, Request } from '../rate-card'
import { parseCard } from '../read-card'
import * as z from '../zod'
import { requestFromJson } from './asked'
import { Misuse } from './io'

/** One conformance vector: with this card, on this day, this request comes to this. */
export type Vector = {
  card: string
  feature: string
  request: Request
  answer: string
  on: string
  status: string
  reasons: { code: string; dimension?: string }[]
}

type Question = { feature: string; request: Request; on?: string }

/** The examples of a card as vectors, with status and reasons beside the answer. */
export const vectorsOf = (card: RateCard): Vector[] => card.examples.map((example) => vector(card, example))

function vector(card: RateCard, { feature, request, on = card.checkedOn }: Question): Vector {
  const result = estimate(card, feature, request, instantOn(on, card.timeZone))
  const reasons = result.reasons.map(({ code, dimension }) => ({ code, ...(dimension !== undefined && { dimension }) }))
  return { card: card.provider, feature, request, on, answer: answerOf(result), status: result.status, reasons }
}

const Ask = z.tuple([z.unknown(), z.string()], z.looseObject({ on: z.optional(z.string()) }))
const Inline = z.looseObject({ feature: z.looseObject({}), rest: z.optional(z.looseObject({})), asks: z.array(Ask) })
const Named = z.looseObject({ card: z.string(), feature: z.string(), asks: z.array(Ask) })
const Shapes = z.array(z.looseObject({ number: z.number(), parts: z.optional(z.array(z.union([Named, Inline]))) }))

/** Vectors of a file of pricing shapes: features with what is asked of them, inline or of a card that is known. Throws Misuse. */
export function shapeVectors(text: string, known: readonly RateCard[]): { cards: RateCard[]; vectors: Vector[] } {
  const parsed = Shapes.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Misuse('not-shapes', { why: parsed.error.issues[0]!.message })
  const cards: RateCard[] = []
  const vectors = parsed.data.flatMap(({ number, parts = [] }) =>
    parts.flatMap((part, i) => {
      const named = typeof part.feature === 'string'
      const card = named
        ? known.find(({ provider }) => provider === part['card'])
        : inline(`shape-${number}-${i}`, part)
      if (!card) throw new Misuse('not-shapes', { why: `${number}: ${String(part['card'])}` })
      if (!named) cards.push(card)
      return part.asks.map(([request, , more]) =>
        vector(card, {
          feature: named ? (part.feature as string) : 'run',
          request: requestFromJson(request),
          on: more?.on,
        }),
      )
    }),
  )
  return { cards, vectors }
}

function inline(provider: string, { feature, rest = {} }: z.infer<typeof Inline> | z.infer<typeof Named>): RateCard {
  const { card, faults } = parseCard({
    format: 1,
    provider,
    name: provider,
    version: 1,
    checkedOn: '2026-11-01',
    currency: 'credits',
    sources: { page: { url: 'https://example.com/prices', seenOn: '2026-11-01', grade: 'first-party' } },
    features: { run: { surface: 'any', source: 'page', ...(feature as object) } },
    examples: [],
    ...(rest as object),
  })
  if (card) return card
  throw new Misuse('not-shapes', { why: `${provider}: ${faults[0]!.path}: ${faults[0]!.message}` })
}
