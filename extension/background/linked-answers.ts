import { linked, linkedPrefix, presentIn } from '../linked'
import type { FromOurPages } from '../messages'
import { loadAll } from '../storage'
import { forgetUnlinked, linkAgain, linkHand, linkKey, linkPage, relink, rename, unlink } from './linking'
import { readAndNote } from './note-linked'

type Kind = 'link-key' | 'relink' | 'link-page' | 'link-hand' | 'read-linked' | 'rename' | 'unlink' | 'link-again'
type About = Extract<FromOurPages, { kind: Kind }>

/** Does what one of our pages asks about an account the user added. Answers with its id at most, never with a key. */
export async function answerAboutLinked(message: About, now: () => number): Promise<{ id: string } | undefined> {
  if (message.kind === 'link-key') return linkKey(message, now)
  if (message.kind === 'link-page') return linkPage(message, now)
  if (message.kind === 'link-hand') return linkHand(message, now)
  if (message.kind === 'relink') await relink(message, now)
  if (message.kind === 'read-linked') await readAndNote(message.id, now)
  if (message.kind === 'rename') await rename(message)
  if (message.kind === 'unlink') await unlink(message, now)
  if (message.kind === 'link-again') await linkAgain(message)
  return undefined
}

/** Reads every account behind a key whose time has come, and ends those that were taken away. */
export async function readAllLinked(now: () => number): Promise<void> {
  await forgetUnlinked(now())
  const all = presentIn(await loadAll(linkedPrefix, linked))
  await Promise.allSettled(all.map(([id]) => readAndNote(id, now)))
}
