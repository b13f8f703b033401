import { chosenOf, type Choice } from './choice'
import { isElsewhere, snippets } from './snippets'
import type { Words } from './words'

type PiecesProps = { choice: Choice; words: Words; title: string; copy: (text: string) => void }

/** The snippet, piece by piece, each with the file that it goes into. */
export function Pieces({ choice, words, title, copy }: PiecesProps) {
  const { kind, pasted, said } = choice
  const files = isElsewhere(kind) ? new URL(choice.files, document.baseURI).href : choice.files
  const parts = snippets[kind](chosenOf(choice), { files, title })
  const long = (kind === 'iframe' || isElsewhere(kind)) && pasted.trim() !== ''
  return [
    ...parts.map(({ file, text }) => (
      <figure key={`${kind} ${file}`}>
        <figcaption>
          <bdi>{file}</bdi>
          <button type="button" aria-label={`${words.copy}: ${file}`} onClick={() => copy(text)}>
            {words.copy}
          </button>
        </figcaption>
        <pre dir="ltr" tabIndex={0} role="group" aria-label={file}>
          <code>{text}</code>
        </pre>
      </figure>
    )),
    <p key="said" role="status">
      {said}
    </p>,
    <p key="note" class="warning">
      {words[`${kind}Note`]} {long && words.long}
    </p>,
    <p key="reachable" class="warning">
      {isElsewhere(kind) && !files.startsWith('https:') && words.reachable}
    </p>,
  ]
}
