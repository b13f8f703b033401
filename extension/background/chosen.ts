import { browser } from '../browser'
import { chosen, chosenPrefix, pathPattern, type Chosen } from '../chosen'
import { Detection, type ReadingView } from '../messages'
import { covers, patternOf, webOrigin } from '../origin'
import { patternTouches } from '../sites/match'
import { providerAt } from '../sites/hosts'
import type { SiteFile } from '../sites/site-file'
import { change, load, loadAll } from '../storage'
import { framesAt, putInto } from './frames'
import { registrationsOf } from './registered'
import { siteFilesAt } from './site-files'
import { grantedPatterns, tellChanged } from './sites'

const script = 'detect.js'
const detections = registrationsOf('detect ', script, wantedPatterns)

/** How the pages of an origin are to be read: what the user chose and pointed at, and the site files in force. */
export async function readingAt(origin: string): Promise<ReadingView> {
  const [{ pages, file }, files] = await Promise.all([load(chosen(origin)), siteFilesAt(origin)])
  return { pages, ...(file && { pointed: file }), files }
}

/** The user chose what a page sells. Kept for this page; another provider than before is another start. */
export async function choose(origin: string, path: string, provider: string, feature: string): Promise<void> {
  const page = { path: pathPattern(path), feature }
  await edit(origin, (was) => {
    const others = was.provider === provider ? was.pages.filter((it) => it.path !== page.path) : []
    return { ...was, provider, pages: [page, ...others].slice(0, 200) }
  })
}

/** Keeps what the user pointed at or imported for an origin; undefined takes it away. Files that speak of other sites are refused. */
export async function keepFile(origin: string, file: SiteFile | undefined): Promise<boolean> {
  if (file && !file.match.every((pattern) => patternTouches(pattern, origin))) return false
  await edit(origin, ({ provider, pages }) => ({
    pages,
    ...(file ? { file, provider: file.card.provider } : provider && { provider }),
  }))
  return true
}

async function edit(origin: string, how: (was: Chosen) => Chosen): Promise<void> {
  await change(chosen(origin), how)
  await syncDetection()
  await tellChanged()
}

/** Puts detection into a tab, in every frame we may, and says what came of it. What is bound beyond doubt is kept for the page. */
export async function detectIn(tabId: number): Promise<Detection | undefined> {
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [`/${script}`] })
  const found = frames.flatMap(({ result }) => Detection.safeParse(result).data ?? [])
  const bound = found.find((it) => it.bound)
  const [first] = bound?.likely ?? []
  if (bound && first?.sure) await choose(bound.origin, bound.path, first.provider, first.feature)
  return bound ?? found.sort((a, b) => b.likely.length - a.likely.length)[0]
}

/** Looks again at all open pages that detection is for: after an update what was put there before is dead. */
export async function detectAgain(): Promise<void> {
  await putInto(await framesAt(await detections.present()), script)
}

/** Looks at the pages in front of the user whose sites were just allowed. */
export async function detectInFront(patterns: string[]): Promise<void> {
  const tabs = new Set((await framesAt(patterns, true)).map(({ tabId }) => tabId))
  await Promise.allSettled([...tabs].map(detectIn))
}

/** Puts the picker into a frame of a tab; where none is named, into the one with the most to point at. */
export async function pointIn(tabId: number, frame?: number): Promise<void> {
  const target = { tabId, frameIds: [frame ?? (await fullest(tabId))] }
  await browser.scripting.executeScript({ target, files: ['/picker.js'] })
}

async function fullest(tabId: number): Promise<number> {
  const func = () => document.querySelectorAll('button, input, select, textarea, [role]').length
  const found = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func }).catch(() => [])
  return found.toSorted((a, b) => Number(b.result) - Number(a.result))[0]?.frameId ?? 0
}

/** Makes the pages that detection is registered for equal to those where it is wanted and the overlay allowed. */
export const syncDetection = (): Promise<string[]> => detections.mend()

async function wantedPatterns(): Promise<string[]> {
  const [patterns, kept] = await Promise.all([grantedPatterns(), loadAll(chosenPrefix, chosen)])
  const mine = [...kept].filter(([, it]) => it.pages.length > 0 || it.file).map(([origin]) => origin)
  const allowed = mine.filter((origin) => patterns.some((pattern) => covers(pattern, origin))).map(patternOf)
  return [...new Set([...allowed, ...(await filter(patterns, isKnown))])]
}

/** Sites whose prices are known without anybody's choice. */
async function isKnown(pattern: string): Promise<boolean> {
  const origin = webOrigin(pattern.replace('*://', 'https://').replace('*.', '').replace(/\*$/, ''))
  return !!origin && (providerAt(origin) !== undefined || (await siteFilesAt(origin)).length > 0)
}

async function filter<T>(all: T[], holds: (one: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(all.map(holds))
  return all.filter((_, i) => kept[i])
}
