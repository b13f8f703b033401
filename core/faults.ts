import type * as z from './zod'

/** What is wrong, and where: a JSON path such as `features.video.charges[0].amount`, and the same as keys; what would be valid. */
export type Fault = { path: string; message: string; at?: readonly PropertyKey[]; allowed?: readonly string[] }

type Issue = z.core.$ZodIssue

/** The faults of a failed parse of `value`, each at the deepest place that explains it, one a place. At most `most`. */
export function faultsOf(issues: readonly Issue[], value: unknown, most = 20): Fault[] {
  const all = issues.flatMap((issue) => flatten(issue, issue.path, value))
  const unknown = all.filter(isUnknownField)
  const strange = new Set(unknown.map(({ at = [] }) => pathOf(at.slice(0, -1))))
  const first = new Map<string, Fault>()
  for (const fault of [...unknown, ...all])
    if (!first.has(fault.path) && (isUnknownField(fault) || !strange.has(fault.path))) first.set(fault.path, fault)
  return [...first.values()].slice(0, most)
}

const UNKNOWN = 'is not a field here'

/** Whether a fault is a name that no field here has. */
export const isUnknownField = ({ message }: Fault): boolean => message.endsWith(UNKNOWN)

function flatten(issue: Issue, path: readonly PropertyKey[], value: unknown): Fault[] {
  const fault = (message: string, at = path): Fault => ({ path: pathOf(at), message, at })
  if (issue.code === 'invalid_key') return issue.issues.slice(0, 1).map(({ message }) => fault(message))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fault(`"${key}" ${UNKNOWN}`, [...path, key]))
  const wanted = allowedBy(issue)
  // JSON has no undefined: what is not there is missing.
  if (path.length > 0 && follow(value, path) === undefined)
    return [{ ...fault(`"${String(path.at(-1))}" is missing`), ...wanted }]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...fault(worded(issue)), ...wanted }]
  const leaves = leavesOf(issue)
  if (leaves.every(isFlat)) return [{ ...fault(either(leaves)), ...wanted }]
  const nearest = nearestBranch(issue.errors, path, value)
  return nearest.slice(0, 3).flatMap((inner) => flatten(inner, [...path, ...inner.path], value))
}

/** What stands at a path, undefined where nothing does. */
export const follow = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (here, key) =>
      here !== null && typeof here === 'object' && Object.hasOwn(here, key)
        ? (here as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const kindOf = (expected: string): string => KINDS[expected] ?? expected

function worded(issue: Issue): string {
  if (issue.code === 'invalid_type') return `expected ${kindOf(issue.expected)}`
  if (issue.code === 'too_small') return `expected at least ${counted(issue.minimum, issue.origin)}`
  if (issue.code === 'too_big') return `expected at most ${counted(issue.maximum, issue.origin)}`
  return issue.message
}

const counted = (count: number | bigint, of: string): string =>
  of === 'array' ? (count === 1 ? 'one' : String(count)) : of === 'string' ? `${count} characters` : String(count)

type Union = Extract<Issue, { code: 'invalid_union' }>

/** The issues of a union's branches; those of a union that is a branch itself are opened too. */
const leavesOf = ({ errors }: Union): Issue[] =>
  errors
    .flat()
    .flatMap((inner) =>
      inner.code === 'invalid_union' && inner.path.length === 0 && inner.errors.length > 0 ? leavesOf(inner) : [inner],
    )

/** Another kind of thing, or another form of it: no branch of a union got any further than that. */
const isFlat = ({ code, path }: Issue): boolean => path.length === 0 && code !== 'unrecognized_keys'

/** "expected a decimal such as "12.5", a list or an object". */
function either(leaves: readonly Issue[]): string {
  const forms = leaves.flatMap((leaf) =>
    leaf.code === 'invalid_value' ? leaf.values.map(String) : leaf.code === 'invalid_type' ? [] : leaf.message,
  )
  const kinds = leaves.flatMap((leaf) => (leaf.code === 'invalid_type' ? leaf.expected : []))
  // A form of text says more than that it is text.
  const others = kinds.filter((kind) => forms.length === 0 || (kind !== 'string' && kind !== 'number'))
  return `expected ${listed([...new Set([...forms, ...others.map(kindOf)])])}`
}

const listed = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`

/** The values that would do: of a union whose branches are nothing but values and kinds, both. */
function allowedBy(issue: Issue): { allowed?: string[] } {
  if (issue.code === 'invalid_value') return { allowed: issue.values.map(String) }
  if (issue.code !== 'invalid_union') return {}
  if ('options' in issue) return { allowed: (issue.options as unknown[]).map(String) }
  const leaves = leavesOf(issue).filter(isFlat)
  const values = leaves.flatMap((leaf) => (leaf.code === 'invalid_value' ? leaf.values.map(String) : []))
  const kinds = leaves.flatMap((leaf) => (leaf.code === 'invalid_type' ? kindOf(leaf.expected) : []))
  const closed = values.length > 0 && leaves.every(({ code }) => code === 'invalid_value' || code === 'invalid_type')
  return closed ? { allowed: [...new Set([...values, ...kinds])] } : {}
}

/** Of a union's branches the one that got furthest: the same kind of thing, its first fault lies deepest, it misses and complains least. */
function nearestBranch(branches: readonly Issue[][], path: readonly PropertyKey[], value: unknown): Issue[] {
  const missing = (issue: Issue) => issue.path.length > 0 && follow(value, [...path, ...issue.path]) === undefined
  const depth = (issues: Issue[]) => Math.max(0, ...issues.map((issue) => (missing(issue) ? 0 : reach(issue))))
  const gaps = (issues: Issue[]) => issues.filter(missing).length
  const others = (issues: Issue[]) => Number(issues.some(isOtherKind))
  const order = (a: Issue[], b: Issue[]) =>
    others(a) - others(b) || depth(b) - depth(a) || gaps(a) - gaps(b) || a.length - b.length
  return [...branches].sort(order)[0] ?? []
}

/** Another kind of thing altogether, a text where there is an object. */
const isOtherKind = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' || (issue.code === 'invalid_union' && issue.errors.every((b) => b.some(isOtherKind))))

/** How deep a fault lies; a wrong type or a strange field at the top of a branch says only that it was another kind. */
function reach(issue: Issue): number {
  const inner = issue.code === 'invalid_union' ? Math.max(0, ...issue.errors.flat().map(reach)) : 0
  const top = issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'unrecognized_keys')
  const kind = top ? 0 : 1
  return issue.path.length * 2 + inner + kind
}

/** `features.video.charges[0]` from path keys. */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('')
}
