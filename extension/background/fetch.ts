import type { ProblemCode } from '../problem'

export type Fetched =
  | { text: string; etag?: string; problem?: undefined; unchanged?: undefined }
  | { unchanged: true; problem?: undefined }
  | { problem: ProblemCode; unchanged?: undefined }

/** What an answer may cost at most: characters of its body, and seconds until its last one. */
export type Bounds = { bytes: number; seconds: number; signal?: AbortSignal }
export type Ask = Bounds & { credentials: 'include' | 'omit'; etag?: string }

/** A whole answer, whatever its status says. */
export type Answer =
  | { status: number; text: string; header: (name: string) => string | null; problem?: undefined }
  | { problem: ProblemCode }

/**
 * Reads a text from a site: no more than `bytes`, no longer than `seconds`, and nowhere but at the address given: a redirect
 * is refused. Never throws; every failure is named.
 */
export async function fetchText(address: string, ask: Ask): Promise<Fetched> {
  const { credentials, etag } = ask
  const headers = { Accept: 'application/json', ...(etag && { 'If-None-Match': etag }) }
  return bounded<Fetched>(address, { credentials, headers }, ask, async (response) => {
    if (response.status === 304) return { unchanged: true }
    const problem = refusal(response)
    if (problem) {
      await response.body?.cancel()
      return { problem }
    }
    const text = await readUpTo(response, ask.bytes)
    if (text === undefined) return { problem: 'too-big' }
    return { text, etag: response.headers.get('ETag')?.slice(0, 300) ?? undefined }
  })
}

/** The same for a call whose errors say something in their body: without cookies, a redirect still refused. */
export async function fetchAnswer(address: string, init: RequestInit, bounds: Bounds): Promise<Answer> {
  return bounded<Answer>(address, { ...init, credentials: 'omit' }, bounds, async (response) => {
    if (isRedirect(response)) {
      await response.body?.cancel()
      return { problem: 'elsewhere' }
    }
    const text = await readUpTo(response, bounds.bytes)
    if (text === undefined) return { problem: 'too-big' }
    return { status: response.status, text, header: (name) => response.headers.get(name) }
  })
}

async function bounded<T>(
  address: string,
  init: RequestInit,
  { seconds, signal: outer }: Bounds,
  read: (response: Response) => Promise<T>,
): Promise<T | { problem: ProblemCode }> {
  const slow = AbortSignal.timeout(seconds * 1000)
  const signal = outer ? AbortSignal.any([slow, outer]) : slow
  try {
    const fixed = { cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer' } as const
    return await read(await fetch(address, { ...init, ...fixed, signal }))
  } catch {
    if (slow.aborted) return { problem: 'slow' }
    return { problem: globalThis.navigator?.onLine === false ? 'offline' : 'down' }
  }
}

const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status)

function refusal(response: Response): ProblemCode | undefined {
  if (isRedirect(response)) return 'elsewhere'
  if (response.ok) return undefined
  return named[response.status] ?? (response.status < 500 ? 'missing' : 'down')
}

const named: { [status: number]: ProblemCode } = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  410: 'missing',
  429: 'throttled',
}

/** The body as text; undefined as soon as it is larger than allowed. Bytes that are not UTF-8 become nonsense to the parser. */
async function readUpTo(response: Response, bytes: number): Promise<string | undefined> {
  if (!response.body) return ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text
    text += value
    if (text.length > bytes) {
      await reader.cancel()
      return undefined
    }
  }
}
