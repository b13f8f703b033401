import { Account } from '../../core/account'
import { webOrigin } from '../origin'
import type { Problem } from '../problem'
import { site, type Site } from '../site'
import { change, load } from '../storage'
import { isOn } from './sites'
import { fetchText } from './fetch'

const bytes = 256_000
const most = 20

/**
 * Reads who is signed in at a site, and what is left, from the endpoint its card names, with the user's own session.
 * The last good reading stays when this one fails. Returns what is kept then.
 */
export async function refreshAccount(origin: string, now: () => number): Promise<Site> {
  const item = site(origin)
  const before = await load(item)
  const card = before.card?.card
  if (!card?.endpoints) return before
  const address = new URL(card.endpoints.account, origin).href
  const read =
    webOrigin(address) === origin
      ? await readAccount(address, card.provider, now)
      : ({ problem: { code: 'elsewhere', at: now() } } as const)
  // The user may have taken the permission back meanwhile: then nothing more is kept.
  if (!(await isOn(origin))) return before
  return change(item, (was) => ('problem' in read ? keepLast(was, read.problem) : keep(was, read)))
}

async function readAccount(
  address: string,
  provider: string,
  now: () => number,
): Promise<Account | { problem: Problem }> {
  const asked = now()
  const failed = (code: Problem['code'], detail?: string) => ({ problem: { code, detail, at: now() } })
  const fetched = await fetchText(address, { bytes, seconds: 10, credentials: 'include' })
  if (fetched.problem) return failed(fetched.problem)
  if (fetched.unchanged) return failed('nonsense')
  const parsed = Account.safeParse(parseJson(fetched.text))
  if (!parsed.success) {
    const fault = parsed.error.issues[0]
    return failed('nonsense', fault && `${fault.path.join('.')}: ${fault.message}`.slice(0, 300))
  }
  if (parsed.data.provider !== provider) return failed('other-provider', parsed.data.provider)
  // Our own clock says when: the site's may be wrong.
  return { ...parsed.data, readAt: asked, from: 'session' }
}

/** A text as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function keepLast(was: Site, problem: Problem): Site {
  return { ...was, accountProblem: problem, accountTriedAt: problem.at }
}

/** A reading that was asked for before the one we have is not taken: replies may overtake each other. */
function keep(was: Site, read: Account): Site {
  const same = was.accounts.find((account) => account.id === read.id)
  if (same && same.readAt > read.readAt) return was
  const others = was.accounts.filter((account) => account.id !== read.id)
  const accounts = [read, ...others].slice(0, most)
  return { ...was, accounts, current: read.id, accountProblem: undefined, accountTriedAt: read.readAt }
}
