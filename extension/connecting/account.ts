import { Account } from '../../core/account'
import { Text } from '../../core/pricing'
import { isConfirmed } from './confirmed'
import type { BalanceCall, Connector, Failure, Limit, Pool, Reading, Unit } from './connector'
import { amountOf, at, entries, instant, picked, textOf, valueAt, worth, type Reply } from './expression'

export type Read =
  { account: Account; failure?: undefined } | { account?: undefined; failure: Failure; detail?: string }
export type Named = { id: string; name?: string; organisation?: { id: string } }

/** What a reply says of an account. A reply that tells neither a balance nor grants is a failure, never an account of 0. */
export function readAccount(
  connector: Connector,
  call: BalanceCall,
  status: number,
  reply: Reply,
  who: Named,
  now: number,
): Read {
  const failure = failureOf(call, status, reply)
  if (failure) return { failure }
  const tried = [call.read].flat().map((read) => readAs(connector, read, reply, who, now))
  return tried.find(({ account }) => account) ?? tried[0]!
}

function readAs(connector: Connector, read: Reading, reply: Reply, who: Named, now: number): Read {
  const balance = read.balance === undefined ? undefined : worth(reply, read.balance)
  const grants = read.grants?.flatMap((pool) => grantsOf(reply, pool, now))
  if (textOf(balance) === undefined && balance !== 'unlimited' && !grants?.length)
    return { failure: 'nonsense', detail: 'no balance in the reply' }
  const parsed = Account.safeParse(
    defined({
      provider: connector.provider,
      ...who,
      currency: currencyOf(read.currency, reply),
      surface: 'api',
      plan: slug(read.plan && valueAt(reply, read.plan)),
      status: stateOf(read, reply),
      balance: balance === 'unlimited' ? null : textOf(balance),
      grants: grants?.length ? grants : undefined,
      held: read.held && textOf(worth(reply, read.held)),
      cap: capOf(read, reply, now),
      limits: read.limits?.flatMap((limit) => limitsOf(reply, limit)),
      resets: instant(reply, read.resets, now),
      queue: queueOf(read, reply),
      readAt: now,
      from: 'connector',
      confirmed: isConfirmed(connector),
    }),
  )
  return parsed.success ? { account: parsed.data } : { failure: 'nonsense', detail: parsed.error.issues[0]?.message }
}

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>

/** The connector's own rules first, then what HTTP says. */
export function failureOf(
  call: Pick<BalanceCall, 'errors' | 'success'>,
  status: number,
  reply: Reply,
): Failure | undefined {
  const said = (pointer: string | undefined, is: readonly unknown[] | undefined) =>
    pointer === undefined || (is ?? []).includes(valueAt(reply, pointer) as never)
  const rule = call.errors?.find((r) => (r.status === undefined || r.status === status) && said(r.at, r.is))
  if (rule) return rule.means
  if (status >= 200 && status < 300)
    return call.success?.every((test) => said(test.at, test.is)) === false ? 'nonsense' : undefined
  return byStatus[status] ?? (status >= 500 ? 'down' : 'nonsense')
}

const byStatus: { [status: number]: Failure } = {
  401: 'bad-key',
  402: 'out-of-credit',
  403: 'no-permission',
  404: 'no-account',
  429: 'throttled',
}

/** The unit of an amount: as the connector says, or as it stands in the reply; undefined where that says none. */
export function currencyOf(currency: Unit, reply: Reply): string | undefined {
  if (typeof currency === 'string') return currency
  const value = 'at' in currency ? valueAt(reply, currency.at) : picked(reply, currency)
  if (typeof value !== 'string') return undefined
  return /^[A-Za-z]{3}$/.test(value) ? value.toUpperCase() : Text.safeParse(value).data
}

/** "Pro Plan" as a name of the card's plans: pro-plan. */
function slug(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
  return text === '' ? undefined : text
}

function stateOf({ status }: Reading, reply: Reply): Account['status'] {
  return status?.find(({ at: pointer, is }) => is.includes(valueAt(reply, pointer) as never))?.means
}

function grantsOf(reply: Reply, pool: Pool, now: number): NonNullable<Account['grants']> {
  const places = pool.each === undefined ? [['', reply.body] as const] : entries(valueAt(reply, pool.each))
  return places.flatMap(([key, body]) => {
    const own: Reply = { ...reply, body }
    if (pool.where && !Object.entries(pool.where).every(([p, wanted]) => at(body, p) === wanted)) return []
    const amount = textOf(worth(own, pool.amount))
    if (amount === undefined) return []
    const expires = instant(own, pool.expires, now)
    return [
      {
        id: key === '' ? pool.id : `${pool.id}-${key}`,
        kind: pool.kind,
        amount,
        ...(pool.name && { name: pool.name }),
        ...(expires !== undefined && { expires }),
      },
    ]
  })
}

function capOf({ cap }: Reading, reply: Reply, now: number): Account['cap'] {
  if (!cap) return undefined
  const [max, used, resets] = [
    textOf(worth(reply, cap.max)),
    textOf(worth(reply, cap.used)),
    instant(reply, cap.resets, now),
  ]
  return max === undefined || used === undefined ? undefined : { max, used, ...(resets !== undefined && { resets }) }
}

function limitsOf(reply: Reply, limit: Limit): NonNullable<Account['limits']> {
  const places = limit.each === undefined ? [[undefined, reply.body] as const] : entries(valueAt(reply, limit.each))
  return places.flatMap(([key, body]) => {
    const own: Reply = { ...reply, body }
    const max = worth(own, limit.max)
    const used = usedOf(reply, own, limit, key)
    if (max === undefined || used === undefined) return []
    const { kind, window, over } = limit
    const untold = limit.used === undefined && !limit.usedIn ? { untold: true as const } : {}
    const name = [limit.name, key].filter(Boolean).join(' ')
    return [
      {
        kind,
        max: textOf(max) ?? null,
        used,
        ...untold,
        ...(name && { name }),
        ...(window && { window }),
        ...(over && { over }),
      },
    ]
  })
}

function usedOf(reply: Reply, own: Reply, { used, usedIn }: Limit, key: string | undefined): string | undefined {
  if (used !== undefined) return textOf(worth(own, used))
  if (!usedIn || key === undefined) return '0'
  const entry = entries(valueAt(reply, usedIn.each)).find(([name]) => name === key)?.[1]
  const value = amountOf(at(entry, usedIn.value))
  return value ? textOf(value) : '0'
}

function queueOf({ queue }: Reading, reply: Reply): Account['queue'] {
  const whole = (e: Parameters<typeof worth>[1] | undefined) => {
    const text = e === undefined ? undefined : textOf(worth(reply, e))
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
  }
  const running = whole(queue?.running)
  if (running === undefined) return undefined
  const [slots, waiting] = [whole(queue?.slots), whole(queue?.waiting)]
  return { running, ...(slots !== undefined && { slots }), ...(waiting !== undefined && { waiting }) }
}
