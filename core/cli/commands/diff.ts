import { diffCards } from '../../diff-cards'
import { localeFor } from '../../locales'
import { findCard } from '../find-card'
import { Misuse, type Command } from '../io'

/** What changed between two versions of a card, in words. */
export const diff: Command = {
  says: 'what changed between two versions of a card, in words: diff old.json new.json',
  usage: 'diff <old card> <new card>',
  flags: {
    lang: { type: 'string', says: 'the language of amounts and dates' },
    json: { type: 'boolean', says: 'the changes as JSON' },
  },
  async run({ words: [old, next], flags }, io) {
    if (old === undefined || next === undefined) throw new Misuse('two cards are compared: diff <old> <new>')
    const locale = await localeFor(typeof flags['lang'] === 'string' ? flags['lang'] : 'en')
    const changes = diffCards(await findCard(old, io), await findCard(next, io), locale)
    if (flags['json']) io.out(JSON.stringify(changes, null, 2))
    else io.out(changes.length === 0 ? 'no change' : changes.map(({ text }) => text).join('\n'))
    return 0
  },
}
