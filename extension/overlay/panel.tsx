import { featureName, noWords, roleName, wordsOf } from '../../core/labels'
import type { Locale } from '../../core/locales'
import type { AnswerLine } from '../../core/locales/answer-lines'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { dayText } from '../../core/locales/time'
import { requestText } from '../../core/locales/requests'
import { AdminRequest, requestStyle } from '../../widget/components/admin-request'
import { AnswerLines } from '../../widget/components/answers/answer-lines'
import { answerLinesStyle } from '../../widget/components/answers/lines-style'
import { heldText } from '../../widget/components/account-row'
import { balanceStyle } from '../../widget/components/balance'
import { billStyle } from '../../widget/components/bill'
import { noticeStyle } from '../../widget/components/notice'
import { Panel, panelStyle } from '../../widget/components/panel'
import type { Form } from '../binding/watch'
import { accountNote, cardNote } from '../notes'
import { More, moreStyle, type MoreProps } from './more'
import { placePanel } from './panel-place'
import { canPoint, readSoFar } from './reading'
import { cornerAfter, watchDrag } from './drag'
import { Guide, guideStyle } from './guide'
import type { Run } from './run'
import { leaveWanted } from './wanted'

type DetailsProps = MoreProps & { answers: readonly AnswerLine[]; hide: () => void }

/** Everything behind the price of a chip, and whose account it counts with. */
function Details(props: DetailsProps) {
  const { run, answers, form, hide, ask } = props
  const { estimate, standing, site, now } = run
  const { locale, card, account } = site
  const feature = form.bound.feature
  const title = card ? featureName(card, feature) : ''
  return (
    <div class="layer" id="panel" role="dialog" aria-label={locale.messages.panel.title}>
      <Panel
        {...{ estimate, standing, locale, now, title }}
        words={card ? wordsOf(card, feature) : noWords}
        reading={readingOf(run, form, locale)}
        organisation={site.rules?.organisation}
        qualifiers={site.cardFrom === 'page' ? [locale.messages.qualifier.page] : []}
        role={roleName(account, card)}
      >
        <Guide {...props} hash={location.hash} />
        <Lost {...props} />
        <AnswerLines lines={answers} />
        <Request run={run} />
        <More {...props} />
        <Notes run={run} />
        {account && <p class="quiet foot">{whose(run)}</p>}
        <Ways run={run} hide={hide} ask={ask} />
      </Panel>
    </div>
  )
}

/** What the user may do about the chip itself. */
function Ways({ run, hide, ask }: Pick<DetailsProps, 'run' | 'hide' | 'ask'>) {
  const { locale, corner } = run.site
  const { overlay, popup } = locale.messages
  const ways = [
    { words: overlay.dismiss, act: hide },
    { words: overlay.move, act: () => void ask({ kind: 'corner', corner: cornerAfter(corner) }) },
  ]
  return (
    <div class="ways quiet foot">
      {ways.map(({ words, act }) => (
        <button type="button" class="plain" key={words} onClick={act}>
          {words}
        </button>
      ))}
      <details>
        <summary class="plain">{overlay.off}</summary>
        <p>{overlay.offHow}</p>
        <button type="button" class="act" onClick={() => void ask({ kind: 'off' })}>
          {popup.switchOff}
        </button>
      </details>
    </div>
  )
}

/** What to send to whoever can change what stops this run. */
function Request({ run: { estimate, standing, site } }: { run: Run }) {
  const { card, account, rules, locale } = site
  const text = card && requestText({ ...rules, estimate, standing, account, card, locale })
  return text ? <AdminRequest text={text} locale={locale} /> : null
}

/** The page says another price than the card: both, and since when each. */
function quoteNote({ quoted, estimate, site: { card, locale }, now }: Run): string | undefined {
  if (!quoted || quoted.is === 'same' || estimate.status === 'unpriced') return undefined
  const { quote } = locale.messages
  const [page, total] = [quoted.amount, estimate.total].map((it) => amountText(it, estimate.currency, locale))
  const day = estimate.sources.find(({ source }) => source.seenOn)?.source.seenOn ?? card?.checkedOn
  const dates = {
    cardDay: day ? dayText(day, locale) : '',
    today: dayText(new Date(now).toISOString().slice(0, 10), locale),
  }
  return fill(quoted.is === 'stuck' ? quote.stuck : quote.other, { page: page!, total: total!, ...dates }, locale)
}

function Notes({ run }: { run: Run }) {
  const { site, now } = run
  const { account, accountProblem, cardReadAt, cardProblem, locale } = site
  const notes = [
    cardNote({ readAt: cardReadAt, problem: cardProblem }, locale, now),
    accountNote({ readAt: account?.readAt, problem: accountProblem }, locale, now),
    quoteNote(run),
  ].filter((note) => note !== undefined)
  const held = account && heldText(account, locale)
  if (notes.length === 0 && !held) return null
  return (
    <ul class="notes" role="status">
      {held && <li class="quiet">{held}</li>}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

function whose({ site: { account, card, locale } }: Run): string {
  const name = account!.name ?? account!.id
  const plan = account!.plan && (card?.plans?.[account!.plan]?.name ?? account!.plan)
  return plan ? fill(locale.messages.overlay.account, { name, plan }, locale) : name
}

const howRead = { markup: 'read', site: 'readSite', detected: 'readDetected', pointed: 'readPointed' } as const

function readingOf(run: Run, form: Form, locale: Locale) {
  const { read, all } = readSoFar(run, form)
  return { read, all, how: locale.messages.overlay[howRead[form.bound.how]] }
}

/** Where a control that matters is not read, the way to show where it is: the picker opens at the first. */
function Lost({ run, form, ask }: DetailsProps) {
  const { card, locale } = run.site
  const [first] = readSoFar(run, form).lost
  if (!card || !first || !canPoint(form)) return null
  const { feature } = form.bound
  const point = () => {
    leaveWanted({ feature, dimension: first })
    void ask({ kind: 'point' })
  }
  return (
    <button type="button" class="act lost" onClick={point}>
      {locale.messages.overlay.lost}
    </button>
  )
}

// The panel is moved by a transform: moved by its place in the layout it would count as a shift of the page's.
const style = `
.layer { position: absolute; inset: 0 auto auto 0; transform: translate(var(--x, 0), var(--y, 0)); inline-size: 320px; max-inline-size: calc(100vw - 16px); max-block-size: var(--room, 480px);
  overflow: auto; overscroll-behavior: contain; border-radius: var(--radius); }
.notes { color: var(--warn); }
.lost { justify-self: start; }
.foot { font-size: .9em; }
.ways { display: flex; flex-wrap: wrap; gap: 4px 12px; }
.ways :is(p, .act) { margin-block-start: calc(var(--u) * 1.5); }
.plain { border: 0; padding: 0; background: none; color: inherit; text-decoration: underline; cursor: pointer; }
`

/** What the overlay shows when its chip is opened. */
export const panel = {
  Details,
  place: placePanel,
  watchDrag,
  styles: [
    noticeStyle,
    panelStyle,
    billStyle,
    balanceStyle,
    answerLinesStyle,
    moreStyle,
    requestStyle,
    guideStyle,
    style,
  ].join(''),
}
