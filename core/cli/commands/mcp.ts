import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Command } from '../io'
import { createServer } from '../mcp-server'

/** The same quotes for agents, over the Model Context Protocol on standard input and output. */
export const mcp: Command = {
  says: 'mcp',
  usage: 'mcp',
  flags: {},
  async run(_, io, locale) {
    const { server, idle } = createServer(io, locale)
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the library's server has no other way
    const closed = new Promise<void>((resolve) => (server.onclose = resolve))
    await server.connect(new StdioServerTransport())
    // The last questions may still be open when the other side stops writing; their answers leave with the next turn.
    process.stdin.once('end', () => setImmediate(() => void idle().then(() => setImmediate(() => void server.close()))))
    await closed
    return 0
  },
}
