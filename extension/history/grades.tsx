import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Locale } from '../../core/locales'
import { bareText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { numberText } from '../../core/locales/number'
import { momentText } from '../../core/locales/time'
import { judged, type Alarm, type Graded } from './judged'
import { cardOf, toolName } from './names'
import type { History } from './state'

/** How often each tool charged just what was said; where the last charges disagree, what the price must have become. */
export function Grades({ history }: { history: History }) {
  const { locale, runs, names } = history
  const texts = locale.messages.history
  const [all, known] = [runs.value, names.value]
  const { graded, alarms } = useMemo(() => judged(all, known), [all, known])
  return (
    <section class="grades" aria-labelledby="grades">
      <h2 id="grades">{texts.grades}</h2>
      {alarms.map((alarm) => (
        <Drifted key={`${alarm.site} ${alarm.provider} ${alarm.feature}`} alarm={alarm} history={history} />
      ))}
      <p class="quiet">{graded.length === 0 ? texts.noGrades : texts.gradesWhy}</p>
      {graded.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.tool}</th>
              <th scope="col">{texts.share}</th>
              <th scope="col">{texts.median}</th>
            </tr>
          </thead>
          <tbody>
            {graded.map((grade) => (
              <GradeLine key={`${grade.site} ${grade.provider} ${grade.feature}`} grade={grade} history={history} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function GradeLine({ grade, history: { locale, names } }: { grade: Graded; history: History }) {
  const texts = locale.messages.history
  const { n, asSaid, medianError } = grade
  return (
    <tr>
      <th scope="row">{toolName(names.value, grade)}</th>
      <td class="n">{fill(texts.of, { n: asSaid, all: n }, locale)}</td>
      <td class="n">{medianError === undefined ? '–' : percent(medianError, locale)}</td>
    </tr>
  )
}

const percent = (fraction: number, locale: Locale): string =>
  numberText(fraction, locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' })

function Drifted({ alarm, history }: { alarm: Alarm; history: History }) {
  const { locale, names, now } = history
  const texts = locale.messages.history
  const { way, ratio, amount, quoted, evidence, patch } = alarm
  const currency = cardOf(names.value, alarm)?.currency ?? 'credits'
  const words = { tool: toolName(names.value, alarm)!, n: evidence.length }
  const times = ratio && numberText(ratio, locale, { style: 'percent', maximumFractionDigits: 1 })
  const title = times
    ? fill(texts.drift, { ...words, ratio: times }, locale)
    : fill(quoted ? texts.quoted : way === 'more' ? texts.driftMore : texts.driftLess, words, locale)
  const price = (text: string) => bareText(text, currency, locale)
  return (
    <div class="drift" role="group" aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      {amount && <p>{fill(texts.implied, { from: price(amount.from), to: price(amount.to) }, locale)}</p>}
      <details>
        <summary>{texts.evidence}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.time}</th>
              <th scope="col">{texts.said}</th>
              <th scope="col">{quoted ? texts.chargedOrShown : texts.charged}</th>
            </tr>
          </thead>
          <tbody>
            {evidence.map(({ run, at, said, charged }) => (
              <tr key={run}>
                <th scope="row">{momentText(at, locale, now.value)}</th>
                <td class="n">{price(said)}</td>
                <td class="n">{price(charged)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {patch ? <Proposal alarm={alarm} history={history} /> : <p class="quiet">{texts.noProposal}</p>}
    </div>
  )
}

const copied = signal<string | undefined>(undefined)

/** The change as text that can be pasted into a contribution, with the charges beside it. */
function Proposal({ alarm, history: { locale } }: { alarm: Alarm; history: History }) {
  const texts = locale.messages.history
  const { provider, feature, patch, evidence } = alarm
  const lines = evidence.map(({ at, request, said, charged }) => ({
    at: new Date(at).toISOString(),
    request,
    said,
    charged,
  }))
  const text = JSON.stringify({ provider, feature, patch, evidence: lines }, null, 2)
  return (
    <details>
      <summary>{texts.proposal}</summary>
      <pre tabIndex={0}>{text}</pre>
      <button
        type="button"
        class="button"
        onClick={() => void navigator.clipboard.writeText(text).then(() => (copied.value = text))}
      >
        {copied.value === text ? texts.copied : texts.copy}
      </button>
    </details>
  )
}
