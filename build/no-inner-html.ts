/**
 * Takes the one branch of preact out of a build that writes markup from a string (`dangerouslySetInnerHTML`). No view here
 * uses it, lint forbids it, and stores warn of it. Throws when preact no longer looks as expected: then look again.
 */
export const noInnerHtml = {
  name: 'no-inner-html',
  transform(code: string, id: string): string | undefined {
    if (!/\/preact\/dist\/preact\.m?js$/.test(id.split('?')[0]!)) return undefined
    const branch = /(\w+)\?\((?:(?!\?).){0,80}?\.innerHTML=\1\.__html\),\w+\.__k=\[\]\):/
    if (!branch.test(code)) throw new Error(`${id}: the branch that writes innerHTML was not found`)
    return code.replace(branch, '')
  },
}
