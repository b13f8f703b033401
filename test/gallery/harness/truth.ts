import { start, type Settings } from './settings'

const truth: Settings = { ...start }
;(window as unknown as { galleryTruth: Settings }).galleryTruth = truth

/** How often the site's own handlers ran: that of its button, and that of its form. */
const ran = { pressed: 0, submitted: 0 }
Object.assign(window, { galleryRan: ran })
export const pressed = () => void ran.pressed++
export const submitted = () => void ran.submitted++

/** What a site's own state holds: the truth that the test reads, and that nothing in the page shows but the controls. */
export function tell<K extends keyof Settings>(name: K, value: Settings[K]): void {
  truth[name] = value
}
