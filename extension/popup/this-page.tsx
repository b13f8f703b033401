import type { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import { featureName } from '../../core/labels'
import { qualifierText } from '../../core/locales/estimates'
import { fill } from '../../core/locales/message'
import type { RateCard } from '../../core/rate-card'
import { underRules } from '../../core/policy'
import { requestText } from '../../core/locales/requests'
import { standing, type Standing } from '../../core/standing'
import { AdminRequest } from '../../widget/components/admin-request'
import { matterText } from '../../widget/components/panel'
import type { RulesView } from '../background/rules'
import { chipState, chipTexts } from '../../widget/components'
import { Mark } from '../../widget/components/mark'
import { RunAnswers } from '../answers/run-answers'
import type { Forms } from '../messages'
import { accountAt } from '../linked'
import { accountNote, cardNote } from '../notes'
import { currentAccount, type Site } from '../site'
import { NotRead, PointLink } from './not-read'
import type { Popup } from './state'
import { OtherFrames, TurnOn } from './turn-on'

/** What the page in front comes to, or how to find out. */
export function ThisPage({ popup }: { popup: Popup }) {
  const { locale, at, allowed } = popup
  const texts = locale.messages.popup
  const host = at.value?.origin && new URL(at.value.origin).host
  if (allowed.value === 'never') return <p class="quiet">{texts.noSite}</p>
  if (allowed.value === 'denied')
    return (
      <>
        <TurnOn popup={popup} host={host!} />
        <OtherFrames popup={popup} />
      </>
    )
  if (allowed.value === 'disabled' || allowed.value === 'too-old') {
    return <p>{fill(allowed.value === 'disabled' ? texts.stopped : texts.tooOld, { site: host! }, locale)}</p>
  }
  const on = allowed.value === 'on'
  return (
    <>
      {on && <Runs popup={popup} />}
      {on && <OtherFrames popup={popup} />}
      <p class="row quiet">
        <span>{fill(on ? texts.on : texts.off, { site: host! }, locale)}</span>
        <button type="button" class="link" onClick={() => popup.switchTo(!on)}>
          {on ? texts.switchOff : texts.switchOn}
        </button>
      </p>
    </>
  )
}

function Runs({ popup }: { popup: Popup }) {
  const { locale, forms, sites, card, rules, at, now } = popup
  const texts = locale.messages.popup
  const kept = sites.value.get(at.value!.origin!)
  const account = accountAt(kept, popup.links.value, at.value!.origin!)
  if (!forms.value) return popup.pageAsked.value ? <p>{texts.reload}</p> : null
  const notes = kept && [
    cardNote({ readAt: kept.card?.readAt, problem: kept.cardProblem }, locale, now.value),
    accountNote({ readAt: currentAccount(kept)?.readAt, problem: kept.accountProblem }, locale, now.value),
  ]
  return (
    <>
      {forms.value.length === 0 && <NotRead popup={popup} />}
      {forms.value.map((form) => (
        <Run
          key={form.feature}
          form={form}
          card={card.value}
          rules={rules.value}
          kept={kept}
          account={account}
          popup={popup}
        />
      ))}
      {forms.value.some(({ unread }) => unread.length > 0 || !account) && <PointLink popup={popup} />}
      {notes
        ?.filter((note) => note !== undefined)
        .map((note) => (
          <p key={note} class="notice-line">
            {note}
          </p>
        ))}
    </>
  )
}

type RunProps = {
  form: Forms[number]
  card: RateCard | undefined
  rules: RulesView | undefined
  kept: Site | undefined
  account: Account | undefined
  popup: Popup
}

/** The same words as the chip on the page, from the same functions. */
function Run({ form, card, rules, kept, account, popup: { locale, now, at, answers } }: RunProps) {
  if (!card) return null
  const price = estimate(card, form.feature, form.request, new Date(now.value), 'app')
  const stands = underRules(standing(price, account, card, now.value), price, form.request, rules)
  const request = requestText({ ...rules, estimate: price, standing: stands, account, card, locale })
  const { organisation } = rules ?? {}
  const matter = stops(stands) && matterText({ locale, now: now.value, estimate: price, organisation }, stands)
  const shown = kept?.accountProblem ? { ...stands, stale: true } : stands
  return (
    <>
      <p class="run row" data-state={chipState(price, shown)}>
        <span>{featureName(card, form.feature)}</span>
        <strong class="n">
          <Mark shape={chipState(price, shown) === 'unpriced' ? 'ring' : 'diamond'} />{' '}
          {chipTexts({ estimate: price, standing: shown, locale, qualifiers: [qualifierText(price, locale)] }).all}
        </strong>
      </p>
      {matter && <p class="notice-line">{matter}</p>}
      {request && <AdminRequest text={request} locale={locale} />}
      <RunAnswers
        job={{ card, feature: form.feature, request: form.request }}
        account={account}
        rules={rules}
        origin={at.value!.origin!}
        answers={answers}
        now={now.value}
      />
    </>
  )
}

/** A balance that is too low says so beside the price already. */
const stops = ({ status }: Standing) => status === 'limit' || status === 'not-permitted'
