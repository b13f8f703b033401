import { follow } from '../faults'
import { own } from '../own'
import { cardSchema, type JsonSchema } from './card-schema'

/** The names a JSON Schema allows for the fields of the value at a path; several shapes may fit what is there of it, so all of theirs. */
export function fieldsAt(path: readonly PropertyKey[], value?: unknown): string[] {
  const shapes = schemasAt(path)
  const fitting = shapes.filter((shape) => fits(shape, value))
  return [
    ...new Set((fitting.length > 0 ? fitting : shapes).flatMap(({ properties }) => Object.keys(properties ?? {}))),
  ]
}

/** Whether a shape that says what one of its fields is ("type": "toggle") means this value. */
const fits = ({ properties = {} }: JsonSchema, value: unknown): boolean =>
  Object.entries(properties).every(([name, { const: only }]) => {
    const found = follow(value, [name])
    return only === undefined || found === undefined || found === only
  })

/** What an editor would say of the field at a path: ": The day ...". */
export function wordsAt(path: readonly PropertyKey[]): string {
  const said = schemasAt(path).find(({ description }) => description !== undefined)
  return said ? `: ${said.description!}` : ''
}

function schemasAt(path: readonly PropertyKey[]): JsonSchema[] {
  const root = cardSchema()
  let here = unfold(root, [root])
  for (const key of path)
    here = unfold(
      root,
      here.flatMap((schema) => step(schema, key)),
    )
  return here
}

function step(schema: JsonSchema, key: PropertyKey): JsonSchema[] {
  if (typeof key === 'number') return typeof schema.items === 'object' ? [schema.items] : []
  const property = own(schema.properties, String(key))
  if (property) return [property]
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
}

/** Follows references and opens unions. */
function unfold(root: JsonSchema, schemas: JsonSchema[]): JsonSchema[] {
  const open = [...schemas]
  const seen = new Set<JsonSchema>()
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(next.anyOf ?? []), ...(next.oneOf ?? []), ...(next.allOf ?? []))
    const name = next.$ref?.replace('#/$defs/', '')
    if (name !== undefined && root.$defs?.[name]) open.push(root.$defs[name])
  }
  return [...seen]
}
