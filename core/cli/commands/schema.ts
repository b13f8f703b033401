import { cardSchema } from '../card-schema'
import type { Command } from '../io'

/** JSON Schema of a rate card, for editors. */
export const schema: Command = {
  says: 'schema',
  usage: 'schema',
  flags: {},
  async run(_, io) {
    io.out(JSON.stringify(cardSchema(), null, 2))
    return 0
  },
}
