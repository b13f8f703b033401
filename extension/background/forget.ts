import { browser } from '../browser'
import { ledger } from '../ledger/open'
import { chosen, chosenPrefix } from '../chosen'
import { covers } from '../origin'
import { site, sitePrefix } from '../site'
import { loadAll } from '../storage'
import { dropAllKeys } from './keys'
import { allPatterns, grantedPatterns, syncSites, tellChanged } from './sites'

/** Gives back every permission and removes all that was ever stored. */
export async function forgetEverything(): Promise<void> {
  const origins = await allPatterns()
  if (origins.length > 0) await browser.permissions.remove({ origins })
  await syncSites()
  await browser.alarms.clearAll()
  const book = await ledger()
  await Promise.all([browser.storage.local.clear(), dropAllKeys(), book.clear()])
  // Pages answer in their own time, or never: nobody waits for them.
  void tellChanged()
}

/** Removes what is kept about sites that are no longer allowed. */
export async function forgetRevoked(): Promise<void> {
  const patterns = await grantedPatterns()
  const kept = [...(await loadAll(sitePrefix, site)).keys()]
  const revoked = kept.filter((origin) => !patterns.some((pattern) => covers(pattern, origin)))
  const isRevoked = (origin: string) => !patterns.some((pattern) => covers(pattern, origin))
  const choices = [...(await loadAll(chosenPrefix, chosen)).keys()].filter(isRevoked)
  await browser.storage.local.remove([
    ...revoked.map((origin) => sitePrefix + origin),
    ...choices.map((origin) => chosenPrefix + origin),
  ])
  const book = await ledger()
  const gone = (await book.sites()).filter((origin) => !patterns.some((pattern) => covers(pattern, origin)))
  for (const origin of gone) await book.forgetSite(origin)
}
