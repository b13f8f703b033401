import { signal } from '@preact/signals'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import { grantedPatterns } from '../background/sites'
import { browser } from '../browser'
import { covers, patternOf, webOrigin } from '../origin'
import { readPolicy, underPolicy, type PolicyRead } from '../policy'
import { settings, type Settings } from '../settings'
import { site, sitePrefix } from '../site'
import { changePart, load, loadAll, type PartOf } from '../storage'
import { createBackups } from './backup-state'
import { createTaught } from './taught-state'
import { createUpdates } from './updates-state'
import { readAlertChoices } from './alerts'
import { createLinks } from './accounts/state'

/** One host the user has granted, with the origins on it that something is kept about. */
export type GrantedSite = { pattern: string; host: string; origins: string[]; off: boolean }

export function createOptions(locale: Locale) {
  const sites = signal<GrantedSite[]>([])
  const chosen = signal<Settings>(settings.initial())
  const managed = signal<PolicyRead>({ policy: {}, faults: [] })
  const aside = signal<string[]>([])
  const said = signal('')
  const confirming = signal(false)
  const links = createLinks(locale)

  const updates = createUpdates(locale)
  const backups = createBackups(locale)
  const taught = createTaught(locale)

  async function read() {
    await Promise.all([updates.read(), backups.read(), taught.read()])
    const [patterns, kept, now, all, policy] = await Promise.all([
      grantedPatterns(),
      loadAll(sitePrefix, site),
      load(settings),
      browser.storage.local.get(null),
      readPolicy(),
    ])
    await Promise.all([links.read(), readAlertChoices()])
    managed.value = policy
    chosen.value = underPolicy(now, policy.policy)
    aside.value = Object.keys(all).filter((key) => key.startsWith('aside:'))
    sites.value = patterns.map((pattern) => describe(pattern, [...kept.keys()], now.off))
  }
  /** The prompt must follow the press at once: nothing may be awaited before it. */
  function add(address: string) {
    const origin = webOrigin(/^https?:/.test(address) ? address : `https://${address}`)
    if (!origin) return void (said.value = locale.messages.options.notAddress)
    const { host } = new URL(origin)
    void browser.permissions.request({ origins: [patternOf(origin)] }).then((granted) => {
      const { options, popup } = locale.messages
      if (granted) void browser.runtime.sendMessage({ kind: 'turned-on', origin })
      said.value = granted ? fill(options.added, { site: host }, locale) : popup.denied
      return read()
    })
  }
  async function remove({ pattern }: GrantedSite) {
    await browser.permissions.remove({ origins: [pattern] })
    await read()
  }
  async function switchTo(on: boolean, { origins }: GrantedSite) {
    await edit(({ off }) => {
      const others = off.filter((origin) => !origins.includes(origin))
      return { off: on ? others : [...others, ...origins] }
    })
  }
  async function edit(part: PartOf<Settings>) {
    await changePart(settings, part)
    await read()
  }
  async function deleteEverything() {
    confirming.value = false
    await browser.runtime.sendMessage({ kind: 'forget-everything' })
    said.value = locale.messages.options.deleted
    await read()
  }
  return {
    links,
    backups,
    taught,
    locale,
    managed,
    updates,
    sites,
    chosen,
    aside,
    said,
    confirming,
    read,
    add,
    remove,
    switchTo,
    edit,
    deleteEverything,
  }
}
export type Options = ReturnType<typeof createOptions>

function describe(pattern: string, kept: string[], off: string[]): GrantedSite {
  const host = pattern.replace(/^.*:\/\//, '').replace(/\/\*$/, '')
  const plain = webOrigin(pattern.replace('*://', 'https://').replace('*.', ''))
  const covered = [...kept, ...off].filter((origin) => covers(pattern, origin))
  const origins = [...new Set(covered.length > 0 ? covered : plain ? [plain] : [])]
  return { pattern, host, origins, off: origins.length > 0 && origins.every((origin) => off.includes(origin)) }
}
