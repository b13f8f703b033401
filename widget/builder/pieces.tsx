import { chosenOf, type Choice } from './choice'
import { snippets } from './snippets'
import type { Words } from './words'

type PiecesProps = { choice: Choice; words: Words; title: string; copy: (text: string) => void }

/** The snippet, piece by piece, each with the file that it goes into. */
export function Pieces({ choice, words, title, copy }: PiecesProps) {
  const { kind, files, pasted, said } = choice
  const parts = snippets[kind](chosenOf(choice), { files, title })
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
      {kind === 'iframe' && pasted.trim() !== '' ? words.long : words[`${kind}Note`]}
    </p>,
  ]
}
