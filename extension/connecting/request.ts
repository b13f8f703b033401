import { own } from '../../core/own'
import type { Auth, BalanceCall, Connector, HistoryCall } from './connector'

/** The user's own answers: the key, and the ids a connector asks for. Never leaves the background. */
export type Secrets = { key: string; secret?: string; ids?: { [id: string]: string } }
export type Asked = { url: string; init: { method: string; headers: Record<string, string>; body?: string } }

const DAY = 86_400_000

/** A call ready to be fetched: always on the connector's own origin. */
export async function requestFor(
  connector: Connector,
  call: BalanceCall | HistoryCall,
  secrets: Secrets,
  now: number,
  more: Record<string, string> = {},
): Promise<Asked> {
  const fill = (text: string, encode: (s: string) => string = (s) => s) => filled(text, secrets, now, encode)
  const url = new URL(connector.origin + fill(call.path, encodeURIComponent))
  if (url.origin !== connector.origin) throw new Error('a call left its origin')
  for (const [name, text] of Object.entries({ ...call.query, ...more })) url.searchParams.set(name, fill(text))
  const constant = Object.entries(call.headers ?? {}).map(([name, text]) => [name, fill(text)])
  const headers = {
    Accept: 'application/json',
    ...Object.fromEntries(constant),
    ...(await authorization(connector.auth, secrets, now)),
  }
  if (call.method === 'GET') return { url: url.href, init: { method: 'GET', headers } }
  const body = Object.fromEntries(
    Object.entries(call.body).map(([name, v]) => [name, typeof v === 'string' ? fill(v) : v]),
  )
  return {
    url: url.href,
    init: { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  }
}

function filled(text: string, secrets: Secrets, now: number, encode: (s: string) => string): string {
  return text.replace(/\{([^{}]+)\}/g, (_, word: string) => encode(wordOf(word, secrets, now)))
}

function wordOf(word: string, { ids }: Secrets, now: number): string {
  if (word === 'uuid') return crypto.randomUUID()
  const date = /^(?:now(?:-(\d{1,3})d)?|(month-start)):(unix-s|unix-ms|iso|day)$/.exec(word)
  if (!date) return own(ids, word) ?? ''
  const day = new Date(now)
  const ms = date[2] ? Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1) : now - Number(date[1] ?? 0) * DAY
  if (date[3] === 'unix-s') return String(Math.floor(ms / 1000))
  if (date[3] === 'unix-ms') return String(ms)
  const iso = new Date(ms).toISOString()
  return date[3] === 'day' ? iso.slice(0, 10) : iso
}

async function authorization(auth: Auth, { key, secret = '' }: Secrets, now: number): Promise<Record<string, string>> {
  if (auth.kind === 'none') return {}
  if (auth.kind === 'bearer') return { Authorization: `Bearer ${key}` }
  if (auth.kind === 'header') return { [auth.header]: auth.prefix ? `${auth.prefix} ${key}` : key }
  if (auth.kind === 'basic') return { Authorization: `Basic ${btoa(secret ? `${key}:${secret}` : key)}` }
  return { Authorization: `Bearer ${await jwt(key, secret, auth.seconds, now)}` }
}

/** A short-lived HS256 token, as some vendors want it signed with the user's own secret. */
async function jwt(issuer: string, secret: string, seconds: number, now: number): Promise<string> {
  const start = Math.floor(now / 1000)
  const text = [
    { alg: 'HS256', typ: 'JWT' },
    { iss: issuer, exp: start + seconds, nbf: start - 5 },
  ]
    .map((part) => base64url(JSON.stringify(part)))
    .join('.')
  const bytes = new TextEncoder()
  const signer = await crypto.subtle.importKey('raw', bytes.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const signature = await crypto.subtle.sign('HMAC', signer, bytes.encode(text))
  return `${text}.${base64url(String.fromCharCode(...new Uint8Array(signature)))}`
}

const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
