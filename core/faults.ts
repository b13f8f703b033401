import type * as z from './zod'

/** What is wrong, and where: a JSON path such as `features.video.charges[0].amount`, and the same as keys; what would be valid. */
export type Fault = { path: string; message: string; at?: readonly PropertyKey[]; allowed?: readonly string[] }

type Issue = z.core.$ZodIssue

/** The faults of a failed parse, each at the deepest place that explains it. At most `most`. */
export function faultsOf(issues: readonly Issue[], most = 20): Fault[] {
  return issues.flatMap((issue) => flatten(issue, issue.path)).slice(0, most)
}

function flatten(issue: Issue, path: readonly PropertyKey[]): Fault[] {
  if (issue.code === 'invalid_key')
    return issue.issues.slice(0, 1).map(({ message }) => ({ path: pathOf(path), message, at: path }))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: pathOf([...path, key]),
      message: `"${key}" is not a field here`,
      at: [...path, key],
    }))
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [{ path: pathOf(path), message: issue.message, at: path, ...allowedBy(issue) }]
  const nearest = nearestBranch(issue.errors)
  return nearest.slice(0, 3).flatMap((inner) => flatten(inner, [...path, ...inner.path]))
}

function allowedBy(issue: Issue): { allowed?: string[] } {
  return issue.code === 'invalid_value' ? { allowed: issue.values.map(String) } : {}
}

/** Of a union's branches the one that got furthest: its first fault lies deepest, and it complains least. */
function nearestBranch(branches: readonly Issue[][]): Issue[] {
  const depth = (issues: Issue[]) => Math.max(0, ...issues.map(reach))
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
}

/** How deep a fault lies; a wrong type at the top of a branch says only that it was another kind. */
function reach(issue: Issue): number {
  const inner = issue.code === 'invalid_union' ? Math.max(0, ...issue.errors.flat().map(reach)) : 0
  const kind = issue.code === 'invalid_type' && issue.path.length === 0 ? 0 : 1
  return issue.path.length * 2 + inner + kind
}

/** `features.video.charges[0]` from path keys. */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('')
}
