/** Gives an element its name, unless a copy of the script has; the author is told where that was another copy. */
export function put(
  registry: CustomElementRegistry | undefined,
  name: string,
  element: CustomElementConstructor,
): void {
  const first = registry?.get(name)
  if (!first) registry?.define(name, element)
  else if (first !== element) console.warn(`<${name}> is of another copy`)
}
