import { parseAst } from 'vite'

/** A module that imports nothing before it runs, as a classic script: one name in the page, with all that the module exports. */
export function classic(module: string, name: string): string {
  const [list, ...more] = parseAst(module).body.filter(({ type }) => type.startsWith('Export'))
  if (list?.type !== 'ExportNamedDeclaration' || list.declaration || more.length > 0)
    throw new Error(`${name} has not one list of exports`)
  const members = list.specifiers.map(({ local, exported }) => `${nameOf(exported)}:${nameOf(local)}`)
  const body = `${module.slice(0, list.start)};${module.slice(list.end)}`
  // A classic script is told by the document where it came from (widget/place.ts).
  return `var ${name}=(()=>{${body.replace('import.meta.url', 'void 0')};return{${members.join(',')}}})();`
}

// A name that is text is none that a script can use.
const nameOf = (name: { name: string } | { value: unknown }): string =>
  'name' in name ? name.name : String(name.value)
