import type { ProblemCode } from '../problem'

export type Fetched =
  | { text: string; etag?: string; problem?: undefined; unchanged?: undefined }
  | { unchanged: true; problem?: undefined }
  | { problem: ProblemCode; unchanged?: undefined }

export type Ask = {
  bytes: number
  seconds: number
  credentials: 'include' | 'omit'
  etag?: string
  signal?: AbortSignal
}

/**
 * Reads a text from a site: no more than `bytes`, no longer than `seconds`, and nowhere but at the address given: a redirect
 * is refused. Never throws; every failure is named.
 */
export async function fetchText(address: string, ask: Ask): Promise<Fetched> {
  const slow = AbortSignal.timeout(ask.seconds * 1000)
  const signal = ask.signal ? AbortSignal.any([slow, ask.signal]) : slow
  try {
    const response = await fetch(address, {
      credentials: ask.credentials,
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { Accept: 'application/json', ...(ask.etag && { 'If-None-Match': ask.etag }) },
      signal,
    })
    if (response.status === 304) return { unchanged: true }
    const problem = refusal(response)
    if (problem) {
      await response.body?.cancel()
      return { problem }
    }
    const text = await readUpTo(response, ask.bytes)
    if (text === undefined) return { problem: 'too-big' }
    return { text, etag: response.headers.get('ETag')?.slice(0, 300) ?? undefined }
  } catch {
    return { problem: slow.aborted ? 'slow' : 'down' }
  }
}

function refusal(response: Response): ProblemCode | undefined {
  if (response.type === 'opaqueredirect') return 'elsewhere'
  if (response.ok) return undefined
  return named[response.status] ?? (response.status < 500 ? 'missing' : 'down')
}

const named: { [status: number]: ProblemCode } = {
  301: 'elsewhere',
  302: 'elsewhere',
  303: 'elsewhere',
  307: 'elsewhere',
  308: 'elsewhere',
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
