import * as z from '../core/zod'

/** A web origin as the browser writes it: "https://example.com", "http://localhost:4173". */
export const Origin = z.string().check(
  z.maxLength(300),
  z.refine((text) => webOrigin(text) === text, 'an http(s) origin'),
)

/** The http(s) origin of an address; undefined for every other kind of page. */
export function webOrigin(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return /^https?:$/.test(url.protocol) ? url.origin : undefined
}

/** The match pattern of an origin's host. Ports are left out: Firefox knows none in patterns. */
export function patternOf(origin: string): string {
  const url = new URL(origin)
  return `${url.protocol}//${url.hostname}/*`
}

/** Whether a granted pattern ("https://example.com/*", "*://*.example.com/*", "<all_urls>") takes in an origin. */
export function covers(pattern: string, origin: string): boolean {
  if (pattern === '<all_urls>') return true
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/.exec(pattern)
  if (!parts) return false
  const { protocol, hostname } = new URL(origin)
  const [, scheme, host] = parts as unknown as [string, string, string]
  if (scheme !== '*' && `${scheme}:` !== protocol) return false
  if (host === '*') return true
  if (host.startsWith('*.')) return hostname === host.slice(2) || hostname.endsWith(host.slice(1))
  return hostname === host.replace(/:\d+$/, '')
}
