/**
 * Whether an address fits a pattern such as "https://app.example.com/create/*": a star stands for any run of characters of the path,
 * "*.example.com" for the host and all below it. Query and hash do not count. Linear in the address: no backtracking.
 */
export function patternMatches(pattern: string, address: string): boolean {
  const parts = /^(https?|\*):\/\/(\*\.)?([^/*]+)(\/.*)$/.exec(pattern)
  if (!parts || !URL.canParse(address)) return false
  const [, scheme, below, host, path] = parts as unknown as [string, string, string | undefined, string, string]
  const url = new URL(address)
  if (scheme === '*' ? !/^https?:$/.test(url.protocol) : `${scheme}:` !== url.protocol) return false
  const here = host.includes(':') ? url.host : url.hostname
  if (here !== host && !(below && here.endsWith(`.${host}`))) return false
  return globs(path, url.pathname)
}

/** Whether a pattern speaks of any page of an origin. */
export function patternTouches(pattern: string, origin: string): boolean {
  return patternMatches(pattern.replace(/^([^/]*\/\/[^/]*)\/.*$/, '$1/*'), `${origin}/`)
}

/** Whether a text fits a pattern in which a star stands for any run of characters. Each piece between two stars is looked for once, leftmost first. */
export function globs(glob: string, text: string): boolean {
  const [first, ...rest] = glob.split('*') as [string, ...string[]]
  if (rest.length === 0) return text === first
  if (!text.startsWith(first)) return false
  const last = rest.pop()!
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
