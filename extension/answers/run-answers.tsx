import type { Account } from '../../core/account'
import type { RulesHere } from '../../core/policy'
import { fill } from '../../core/locales/message'
import { AnswerSections } from '../../widget/components/answers'
import { whoseOf } from '../background/whose'
import { moreOf, type LastRun } from './more'
import type { AnswersState, Job } from './state'

export type RunAnswersProps = {
  job: Job
  account: Account | undefined
  rules: RulesHere | undefined
  /** The site whose card prices the job. */
  origin: string
  answers: AnswersState
  now: number
}

/** The one line that matters most about a run; everything else that can be said of it is one click away. */
export function RunAnswers({ job, account, rules, origin, answers, now }: RunAnswersProps) {
  const { locale } = answers
  const { card, feature, request } = job
  const whose = account && whoseOf(card, account, origin)
  const entries = answers.entriesFor(whose)
  const { lines, sections, last } = moreOf({ card, account, rules, feature, request, entries, locale, now })
  const first = lines.find(({ matters }) => matters) ?? lines[0]
  if (sections.length === 0) return null
  return (
    <details class="more">
      <summary>{first?.text ?? locale.messages.popup.more}</summary>
      <AnswerSections sections={sections} />
      <Elsewhere job={job} answers={answers} now={now} />
      {last && whose && (
        <KeepLast last={last} answers={answers} mark={(kept) => void answers.keep(whose, last.run, kept, Date.now())} />
      )}
      <Planning job={job} origin={origin} answers={answers} />
    </details>
  )
}

/** The comparison with other vendors, once it is asked for. */
function Elsewhere({ job, answers, now }: Pick<RunAnswersProps, 'job' | 'answers' | 'now'>) {
  const { answer } = answers.locale.messages
  const found = answers.comparisonOf(job)
  if (found === 'asked') return <p role="status">{answer.comparing}</p>
  if (found) return <AnswerSections sections={[found]} open />
  return (
    <button type="button" class="link" onClick={() => void answers.compare(job, new Date(now))}>
      {answer.vendors}
    </button>
  )
}

type KeepProps = { last: LastRun; answers: Pick<AnswersState, 'locale'>; mark: (kept: boolean) => void }

/** The last result, to be marked kept or not: what the keep rate is learned from. */
function KeepLast({ last, answers, mark }: KeepProps) {
  const { answer } = answers.locale.messages
  return (
    <div class="row keep" role="group" aria-label={last.text}>
      <span>{last.text}</span>
      <span>
        {([true, false] as const).map((kept) => (
          <button
            key={String(kept)}
            type="button"
            class="button"
            aria-pressed={last.kept === kept}
            onClick={() => mark(kept)}
          >
            {kept ? answer.keepIt : answer.dropIt}
          </button>
        ))}
      </span>
    </div>
  )
}

function Planning({ job, origin, answers }: Pick<RunAnswersProps, 'job' | 'origin' | 'answers'>) {
  const { answer } = answers.locale.messages
  const { card, feature, request } = job
  return (
    <p class="row">
      <button
        type="button"
        class="button"
        onClick={() => void answers.plan({ provider: card.provider, origin, feature, request })}
      >
        {answer.addToPlan}
      </button>
      <span role="status">
        {answers.full.value ? (
          answer.notAdded
        ) : answers.planned.value > 0 ? (
          <a href="/plan.html" target="_blank">
            {fill(answer.openPlan, { n: answers.planned.value }, answers.locale)}
          </a>
        ) : null}
      </span>
    </p>
  )
}

export const runAnswersStyle = `
.more { font-size: .95em; }
.more summary { cursor: pointer; }
.more[open] { display: grid; gap: 8px; }
.keep > span:last-child { display: inline-flex; gap: 6px; }
.button[aria-pressed=true] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.more .link { justify-self: start; }
`
