import { RateCard } from '../rate-card'
import * as z from '../zod'
import { fields } from './schema-fields'
import { definitions } from './schema-words'

export type JsonSchema = {
  $schema?: string
  $id?: string
  $ref?: string
  $defs?: Record<string, JsonSchema>
  title?: string
  description?: string
  const?: unknown
  examples?: unknown[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
}

let made: JsonSchema | undefined

/** JSON Schema of a rate card, made from the zod schema, with a description and an example for editors. */
export function cardSchema(): JsonSchema {
  return (made ??= make())
}

function make(): JsonSchema {
  const registry = z.registry<{ id: string; title?: string; description: string; examples?: unknown[] }>()
  for (const [id, { schema, ...words }] of Object.entries(definitions)) registry.add(schema, { id, ...words })
  const schema = z.toJSONSchema(RateCard, { io: 'input', metadata: registry, target: 'draft-2020-12' }) as JsonSchema
  describe(schema, 'RateCard')
  for (const [name, def] of Object.entries(schema.$defs ?? {})) describe(def, name)
  return schema
}

/** Descriptions of the fields of a definition, and of the plain objects inside it. */
function describe(schema: JsonSchema, name: string): void {
  const words: Record<string, string> = fields[name] ?? {}
  for (const shape of [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    for (const [key, property] of Object.entries(shape.properties ?? {}))
      if (words[key] !== undefined && property.description === undefined) property.description = words[key]
}
