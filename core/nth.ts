/** The how-manieth of its name this one is, from 1; `seen` counts along. */
export function nth(seen: Map<string, number>, name: string): number {
  const n = (seen.get(name) ?? 0) + 1
  seen.set(name, n)
  return n
}
