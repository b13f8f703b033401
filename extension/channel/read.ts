import type { ReadBytes } from './update'

/** Bytes of one check at most, all files together. */
const ALL = 8_000_000
const SECONDS = 15

/**
 * Reads files of the channel for one check: no cookies, no redirects, none longer than allowed, all together no more than 8 MB, and each
 * within 15 seconds. Undefined for whatever does not come like that. The server must allow other origins to read it: no host is asked for.
 */
export function readerOf(): ReadBytes {
  let left = ALL
  return async (url, most) => {
    const bytes = await readBytes(url, Math.min(most, left)).catch(() => undefined)
    left -= bytes?.length ?? 0
    return bytes
  }
}

async function readBytes(url: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const signal = AbortSignal.timeout(SECONDS * 1000)
  const fixed = { credentials: 'omit', cache: 'no-cache', redirect: 'error', referrerPolicy: 'no-referrer' } as const
  const response = await fetch(url, { ...fixed, signal })
  if (!response.ok || !response.body) return undefined
  const reader = response.body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(parts, length)
    parts.push(value)
    length += value.length
    if (length <= most) continue
    await reader.cancel()
    return undefined
  }
}

function joined(parts: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
