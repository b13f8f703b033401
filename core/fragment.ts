/** Fields of one key in the fragment of an address: `#calc.model=gen4&calc.duration=5`. Others' parts of it are left as they are. */
export type Fields = { [name: string]: string }

// Letters that no documentation site trips over; the rest is percent-encoded, quotes and brackets too.
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function plain(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const MOST = 100

/** The fields of a key; what is malformed is left out. `hash` with or without its "#". */
export function readFields(hash: string, key: string): Fields {
  const fields = hash
    .replace(/^#/, '')
    .split('&')
    .flatMap((part): [string, string][] => {
      const [name = '', ...rest] = part.split('=')
      const [own, value] = [plain(name), plain(rest.join('='))]
      if (!own?.startsWith(`${key}.`) || value === undefined || rest.length === 0) return []
      return [[own.slice(key.length + 1), value]]
    })
  return Object.fromEntries(fields.slice(0, MOST))
}

/** The fragment with these fields for a key, and no others of it; without "#", empty where nothing is left. */
export function writeFields(hash: string, key: string, fields: Fields): string {
  const others = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part && !plain(part)?.startsWith(`${key}.`))
  const own = Object.entries(fields).map(([name, value]) => `${escaped(`${key}.${name}`)}=${escaped(value)}`)
  return [...others, ...own].join('&')
}
