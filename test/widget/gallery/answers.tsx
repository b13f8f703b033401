import { render } from 'preact'
import { afford } from '../../../core/afford'
import { changes } from '../../../core/changes'
import { cheaper } from '../../../core/cheaper'
import { estimate } from '../../../core/estimate'
import { forecast } from '../../../core/forecast'
import { keeper } from '../../../core/keeper'
import { answersTo } from '../../../core/answers'
import { moreAnswersTo } from '../../../core/more-answers'
import { answerSections, keeperSection } from '../../../core/locales/answer-sections'
import { featureName, wordsOf } from '../../../core/labels'
import { answerLines } from '../../../core/locales/answer-lines'
import { english, localeFor } from '../../../core/locales'
import { seeded } from '../../../core/random'
import { spendPlan } from '../../../core/spend-plan'
import { standing } from '../../../core/standing'
import { Panel, pageStyles } from '../../../widget/components'
import {
  AnswerLines,
  AnswerSections,
  answersStyle,
  ForecastChart,
  SpendPlanList,
} from '../../../widget/components/answers'
import { base, tokens } from '../../../widget/tokens'
import { adopt } from '../../../widget/tokens/sheets'
import { card, now } from '../states'
import { DAY, holder, history, plannedTasks, request, richCard } from '../answer-states'

const query = new URLSearchParams(location.search)
const locale = query.has('rtl') ? await localeFor('qps-rtl') : english
document.documentElement.dir = locale.dir
document.documentElement.style.colorScheme = query.get('scheme') ?? 'light'
const page = `body { font: 14px var(--sans); background: var(--surface); color: var(--text); margin: 16px; display: grid; gap: 24px; align-items: start;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr)); } h2 { font-size: 11px; color: var(--quiet); margin-block-end: 8px; } section.state { min-inline-size: 0; }`
adopt(document, tokens, base, ...pageStyles, answersStyle, page)

const on = new Date(now)
const subject = { card: richCard, feature: 'video', locale }
const quote = estimate(richCard, 'video', request, on)
const can = afford({ card: richCard, feature: 'video', request, account: holder, now })
const less = cheaper({ card: richCard, feature: 'video', request, on })
const changed = changes(richCard, 'video', { ...request, duration: '3' }, request, on)
const stands = standing(quote, holder, richCard, now)
const poor = { ...holder, grants: [{ id: 'p', kind: 'plan' as const, amount: '40' }] }
const answers = answersTo({ card: richCard, feature: 'video', request, account: holder, now })!
const more = moreAnswersTo({ card: richCard, feature: 'video', request, account: holder, now, allowed: can })!
const short = standing(quote, poor, richCard, now)
const entries = history()
const future = forecast({ entries, account: holder, card: richCard, now, offset: 0, random: seeded(4) })
const past = [...Array(20).keys()].map((i) => ({
  at: now - (20 - i) * DAY,
  value: 2900 - i * 130 + (i > 9 ? 1200 : 0),
}))
const kept = (n: number, of: number) =>
  keeper({
    total: { low: '60', high: '60' },
    wanted: 1,
    record: { judged: { n: of, from: now - 40 * DAY, to: now - DAY }, kept: n, ended: { n: of }, failed: 0, lost: 0 },
    terms: { failures: 'free', freeRetries: 0 },
  })
const money = spendPlan(plannedTasks, { [card.provider]: { card: richCard, account: holder } }, now)
const names = new Map(
  plannedTasks.map((task) => [
    task.id,
    `${featureName(richCard, task.feature)}, ${String(task.request.duration ?? '')} s`,
  ]),
)

const common = { estimate: quote, words: wordsOf(richCard, 'video'), locale, now, title: 'Gen-4.5' }
function Answers() {
  return (
    <>
      <section class="state">
        <h2>panel, enough</h2>
        <Panel {...common} standing={stands}>
          <AnswerLines lines={answerLines({ subject, stands, afford: can, cheaper: less, changed, now })} />
        </Panel>
      </section>
      <section class="state">
        <h2>panel, short</h2>
        <Panel {...common} standing={short}>
          <AnswerLines
            lines={answerLines({
              subject,
              stands: short,
              afford: afford({ card: richCard, feature: 'video', request, account: poor, now }),
              cheaper: less,
              now,
            })}
          />
        </Panel>
      </section>
      <section class="state">
        <h2>behind one click</h2>
        <AnswerSections sections={answerSections(subject, answers, more)} />
      </section>
      <section class="state">
        <h2>kept 7 of 20, 1 of 3, 0 of 12</h2>
        <AnswerSections
          sections={[kept(7, 20), kept(1, 3), kept(0, 12)].flatMap((k) => keeperSection(subject, [k], 'credits') ?? [])}
        />
      </section>
      <section class="state">
        <h2>forecast</h2>
        <ForecastChart forecast={future} past={past} currency="credits" locale={locale} now={now} />
      </section>
      <section class="state">
        <h2>thin</h2>
        <ForecastChart
          forecast={forecast({
            entries: entries.slice(0, 5),
            account: holder,
            card: richCard,
            now,
            offset: 0,
            random: seeded(4),
          })}
          past={[]}
          currency="credits"
          locale={locale}
          now={now}
        />
      </section>
      <section class="state">
        <h2>plan</h2>
        <SpendPlanList plan={money} name={({ id }) => names.get(id)!} locale={locale} now={now} />
      </section>
    </>
  )
}

render(<Answers />, document.body)
