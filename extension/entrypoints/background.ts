import { defineBackground } from 'wxt/utils/define-background'
import { alertChoices } from '../alerts/kept'
import { linkedPrefix } from '../linked'
import { sitePrefix } from '../site'
import { lookAfterReading, lookForRisks } from '../background/alerts'
import { takeUpPresses } from '../background/press'
import { refreshAlarm, syncAlarm } from '../background/alarm'
import { channelAlarm, checkChannel, syncChannelAlarm } from '../background/channel'
import { answer, refreshAll } from '../background/answer'
import { chargeAlarm, sitesInFlight } from '../background/charges'
import { forgetRevoked } from '../background/forget'
import { forgetAlarm, forgetUnlinked } from '../background/linking'
import { SPEAK, speakInFront } from '../background/here'
import { followOn } from '../background/refresh'
import { detectAgain, detectInFront, syncDetection } from '../background/chosen'
import { injectInto, syncSites, tellChanged } from '../background/sites'
import { browser, type Runtime } from '../browser'
import { channelChoice } from '../channel/kept'
import { expectPolicy } from '../policy'
import { settings } from '../settings'

// Listeners are added while the script first runs, so that an event can wake a killed worker. All state is in storage.
export default defineBackground(() => {
  browser.runtime.onMessage.addListener(answer as Runtime.OnMessageListenerAsync)
  void takeUpPresses()

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') void expectPolicy()
    await keepToOurselves()
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
    await Promise.all([syncSites(), syncAlarm(), syncChannelAlarm()])
    await syncDetection()
    await injectInto((await browser.permissions.getAll()).origins ?? [])
    await detectAgain()
  })
  browser.runtime.onStartup.addListener(async () => {
    await keepToOurselves()
    await Promise.all([syncSites(), syncAlarm(), syncChannelAlarm()])
    await syncDetection()
  })

  browser.permissions.onAdded.addListener(async () => {
    const added = await syncSites()
    await injectInto(added)
    await syncDetection()
    await detectInFront(added)
  })
  browser.permissions.onRemoved.addListener(async () => {
    await syncSites()
    await syncDetection()
    await tellChanged()
    await forgetRevoked()
  })

  browser.commands.onCommand.addListener((name) => name === SPEAK && speakInFront())

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name === refreshAlarm) await refreshAll().then(() => lookForRisks(Date.now))
    await followOn(name, Date.now)
    if (name === forgetAlarm) await forgetUnlinked(Date.now())
    if (name === chargeAlarm) for (const origin of await sitesInFlight(Date.now())) await refreshAll(origin)
    if (name === channelAlarm) await checkChannel(Date.now)
  })
  browser.storage.onChanged.addListener(async (changes, area) => {
    if (area === 'managed') await Promise.all([syncAlarm(), syncChannelAlarm()])
    if (area === 'managed') return tellChanged()
    if (area !== 'local') return
    // What was told stands there in the language it was told in.
    if (alertChoices.key in changes || settings.key in changes) await lookForRisks(Date.now)
    if (Object.keys(changes).some(isReading)) await lookAfterReading(Date.now)
    if (channelChoice.key in changes) await syncChannelAlarm()
    if (!(settings.key in changes || channelChoice.key in changes)) return
    await syncAlarm()
    await tellChanged()
  })
})

/** What is left has been read anew. */
const isReading = (key: string): boolean => key.startsWith(sitePrefix) || key.startsWith(linkedPrefix)

/** Content scripts have no business in our storage; where the browser can, it is closed to them. */
async function keepToOurselves() {
  const area = browser.storage.local as unknown as { setAccessLevel?(level: { accessLevel: string }): Promise<void> }
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}
