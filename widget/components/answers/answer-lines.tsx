import type { AnswerLine } from '../../../core/locales/answer-lines'

export type AnswerLinesProps = { lines: readonly AnswerLine[] }

/** The quiet lines under a price; the one that matters most is emphasised. */
export function AnswerLines({ lines }: AnswerLinesProps) {
  if (lines.length === 0) return null
  return (
    <ul class="answers">
      {lines.map(({ is, text, matters }) => (
        <li key={is} data-matters={matters ? '' : undefined}>
          {text}
        </li>
      ))}
    </ul>
  )
}
