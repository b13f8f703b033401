import { linked, linkedPrefix, presentIn } from '../linked'
import type { SiteFile } from '../sites/site-file'
import { loadAll } from '../storage'
import { keepFile, readingAt } from './chosen'
import { linkPage, unlink } from './linking'

/**
 * Keeps what the user pointed at. Who points at the balance wants it read from the page: that account is there from then on, until the
 * pointing is taken back. Returns whether it was kept.
 */
export async function keepPointed(origin: string, file: SiteFile | undefined, now: () => number): Promise<boolean> {
  const { pointed } = await readingAt(origin)
  if (!(await keepFile(origin, file))) return false
  if (file?.balance) await linkPage({ kind: 'link-page', origin }, now)
  else if (pointed?.balance) await unlinkPage(origin, now)
  return true
}

async function unlinkPage(origin: string, now: () => number): Promise<void> {
  const all = presentIn(await loadAll(linkedPrefix, linked))
  const mine = all.filter(([, kept]) => kept.kind === 'page' && kept.origin === origin)
  for (const [id] of mine) await unlink({ kind: 'unlink', id }, now)
}
