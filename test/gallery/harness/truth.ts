import { start, type Settings } from './settings'

const truth: Settings = { ...start }
;(window as unknown as { galleryTruth: Settings }).galleryTruth = truth

/** What a site's own state holds: the truth that the test reads, and that nothing in the page shows but the controls. */
export function tell<K extends keyof Settings>(name: K, value: Settings[K]): void {
  truth[name] = value
}
