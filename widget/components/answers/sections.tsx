import type { AnswerSection } from '../../../core/locales/answer-sections'

/** `open`: sections begin opened. */
export type AnswerSectionsProps = { sections: readonly AnswerSection[]; open?: boolean }

/** Answers behind one click: each a line with its answer, which opens to rows with their figures and what must be said of them. */
export function AnswerSections({ sections, open }: AnswerSectionsProps) {
  return (
    <>
      {sections.map(({ is, title, lead, rows, notes }) => (
        <details class="section" key={is} data-is={is} open={open}>
          <summary>
            <span>{title}</span>
            <strong>{lead}</strong>
          </summary>
          {rows.length > 0 && (
            <dl>
              {rows.map(({ text, note, values }, at) => (
                <div class="row" key={at}>
                  <dt>
                    {text}
                    {note && <small class="quiet">{note}</small>}
                  </dt>
                  <dd>
                    {values.map((value) => (
                      <span key={value}>{value}</span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {notes.map((text) => (
            <small class="quiet" key={text}>
              {text}
            </small>
          ))}
        </details>
      ))}
    </>
  )
}
