import { fill } from '../../core/locales/message'
import { english } from '../../core/locales'
import { amountText, bareText } from '../../core/locales/format'
import type { Chip } from './seat'

/** What the studio did when Generate was pressed: it took an amount and left this member so much to spend, or it refused. */
export type Outcome = { charged: string; left: string; under?: 'cap' } | { refused: string }

const { standing: words } = english.messages
const stops = ['short', 'limit', 'not-permitted', 'unpriced']

/**
 * Holds what the chip said before the press against what the studio did. Returns what does not agree; nothing, where all does.
 * An exact price must be the amount taken, to the letter, and what it says is left what the member may still spend.
 */
export function disagreement(said: Pick<Chip, 'text' | 'state'>, did: Outcome): string | undefined {
  if ('refused' in did)
    return stops.includes(said.state) || isRange(said.text) ? undefined : `said "${said.text}", refused: ${did.refused}`
  if (isRange(said.text)) return inRange(said.text, did) ? undefined : `said "${said.text}", took ${did.charged}`
  if (stops.includes(said.state)) return `said "${said.text}" (${said.state}), took ${did.charged}`
  const total = amountText(did.charged, 'credits', english)
  const left = bareText(did.left, 'credits', english)
  const rest = fill(did.under ? words.leftCap : words.left, { n: left }, english)
  const wanted = [rest, fill(words.low, { left: rest }, english)].map((tail) => `${total} · ${tail}`)
  return wanted.includes(said.text) ? undefined : `said "${said.text}", the studio took ${total} and left ${left}`
}

/** Whether a chip counts with what was left after a press, and with a slot that is free again. */
export function tellsOf({ text, state }: Pick<Chip, 'text' | 'state'>, left: string): boolean {
  if (text.includes(words['concurrent-none'])) return false
  if (state === 'limit' || (state === 'short' && isRange(text))) return true
  const [low] = numbersIn(text.split(' · ')[0]!)
  const rest = Math.abs(Math.round((Number(left) - low!) * 1e6) / 1e6)
  return numbersIn(text.split(' · ')[1] ?? '').includes(rest)
}

const numbersIn = (text: string): number[] => (text.replace(/,/g, '').match(/[\d.]+/g) ?? []).map(Number)

const isRange = (text: string) => /\d–\d|\d – \d/.test(text.split(' · ')[0]!)

function inRange(text: string, { charged }: { charged: string }): boolean {
  const [low, high] = numbersIn(text.split(' · ')[0]!)
  return low !== undefined && high !== undefined && Number(charged) >= low && Number(charged) <= high
}
