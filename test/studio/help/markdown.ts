const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const inline = (text: string) =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(((?:https?:\/)?\/[^)\s]+)\)/g, '<a href="$2">$1</a>')

export const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/`[^`]*`|[^a-z0-9 ]/g, '')
    .trim()
    .replaceAll(/ +/g, '-')

/** The studio's documents to HTML: headings, paragraphs, lists, tables; a line that begins with `<forecost` stays as it is. */
export function html(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((block) => blockOf(block.trim()))
    .join('\n')
}

function blockOf(block: string): string {
  if (block.startsWith('<forecost')) return block
  const heading = /^(#{1,3}) (.+)$/.exec(block)
  if (heading) {
    const level = heading[1]!.length
    return `<h${level} id="${anchor(heading[2]!)}">${inline(heading[2]!.replace(/[()]/g, ''))}</h${level}>`
  }
  if (block.startsWith('|')) return table(block.split('\n'))
  if (block.startsWith('- '))
    return `<ul>${block
      .split(/\n?^- /m)
      .slice(1)
      .map((item) => `<li>${prose(item)}</li>`)
      .join('')}</ul>`
  return block ? `<p>${prose(block)}</p>` : ''
}

/** Running text; an inline price element of ours stays as it is. */
const prose = (text: string) =>
  text
    .split(/(<forecost-price[^>]*>[^<]*<\/forecost-price>)/)
    .map((part) => (part.startsWith('<forecost-price') ? part : inline(part)))
    .join('')

function table(lines: string[]): string {
  const [head, , ...rows] = lines.map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  )
  const headings = head!.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${prose(cell)}</td>`).join('')}</tr>`).join('')
  return `<div class="scroller" tabindex="0"><table><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div>`
}
