import { browser } from '../browser'
import { settingsInForce } from '../policy'

export const refreshAlarm = 'refresh'

/** Sets the alarm for reading accounts to what the settings say; leaves a right one running. */
export async function syncAlarm(): Promise<void> {
  const { refreshEvery } = await settingsInForce()
  const present = await browser.alarms.get(refreshAlarm)
  if (present?.periodInMinutes === refreshEvery) return
  await browser.alarms.clear(refreshAlarm)
  if (refreshEvery > 0) browser.alarms.create(refreshAlarm, { periodInMinutes: refreshEvery })
}
