import type { Command } from '../io'
import { check } from './check'
import { diff } from './diff'
import { list } from './list'
import { mcp } from './mcp'
import { create } from './new'
import { quote } from './quote'
import { schema } from './schema'
import { vectors } from './vectors'

/** The registry: one line a command. */
export const commands: Record<string, Command> = {
  quote,
  list,
  check,
  diff,
  new: create,
  schema,
  vectors,
  mcp,
}
