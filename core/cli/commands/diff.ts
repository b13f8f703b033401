import { diffCards } from '../../diff-cards'
import { findCard } from '../find-card'
import { Misuse, type Command } from '../io'

/** What changed between two versions of a card, in words. */
export const diff: Command = {
  says: 'diff',
  examples: ['forecost diff old.json new.json'],
  usage: 'diff <old card> <new card>',
  flags: { json: 'boolean' },
  async run({ words: [old, next], flags }, io, locale) {
    if (old === undefined || next === undefined)
      throw new Misuse('two-cards', { usage: 'forecost diff old.json new.json' })
    const changes = diffCards(await findCard(old, io), await findCard(next, io), locale)
    if (flags['json']) io.out(JSON.stringify(changes, null, 2))
    else
      io.out(changes.length === 0 ? locale.messages.command['no-change'] : changes.map(({ text }) => text).join('\n'))
    return 0
  },
}
