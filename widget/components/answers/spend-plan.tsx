import { Fragment } from 'preact'
import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../core/locales'
import { amountText, bareText } from '../../../core/locales/format'
import { buyText, eventText, lineNotes, planNotes, planShortText, planTotalText } from '../../../core/locales/plans'
import type { PlanAccount, PlanLine, SpendPlan } from '../../../core/spend-plan'

/** `name`: what a task is called. `controls`: what moves or removes it, given by the surface that keeps the list. */
export type SpendPlanProps = {
  plan: SpendPlan
  name: (line: PlanLine) => string
  locale: Locale
  now: number
  controls?: (line: PlanLine) => ComponentChildren
}

/** Upcoming tasks in the order they are paid, with the line where the money ends and what to buy before it. */
export function SpendPlanList({ plan, name, locale, now, controls }: SpendPlanProps) {
  const texts = locale.messages.plan
  if (plan.lines.length === 0) return <p class="quiet">{texts.empty}</p>
  return (
    <section class="plan" aria-label={texts.title}>
      <ol>
        {plan.lines.map((line) => {
          const account = plan.accounts.find(({ provider }) => provider === line.estimate.provider)
          const { currency } = line.estimate
          return (
            <Fragment key={line.id}>
              {line.before.map((event, at) => (
                <li class="event quiet" key={`${line.id}/${at}`}>
                  {eventText(event, account?.currency ?? currency, locale, now)}
                </li>
              ))}
              {account && <End account={account} line={line} locale={locale} />}
              <li class="row" data-short={line.short ? (line.short.low === '0' ? 'maybe' : 'sure') : undefined}>
                <span>
                  {name(line)}
                  <small class="quiet">{lineNotes(line, locale).join(' · ')}</small>
                </span>
                <span class="n">
                  {line.total ? amountText(line.total, currency, locale) : texts.unpriced}
                  {line.left && (
                    <small class="quiet">
                      {texts.left} {bareText(line.left, currency, locale)}
                    </small>
                  )}
                </span>
                {controls?.(line)}
              </li>
            </Fragment>
          )
        })}
      </ol>
      {plan.accounts.map((account) => (
        <Foot key={account.provider} account={account} locale={locale} />
      ))}
    </section>
  )
}

/** The line where the money ends: a rule with words, and what to buy before it. */
function End({ account, line, locale }: { account: PlanAccount; line: PlanLine; locale: Locale }) {
  const { plan } = locale.messages
  const sure = account.ends?.sure === line.id
  if (!sure && account.ends?.maybe !== line.id) return null
  return <li class="end">{sure ? plan.ends : plan.mayEnd}</li>
}

function Foot({ account, locale }: { account: PlanAccount; locale: Locale }) {
  const lines = [planShortText(account, locale), buyText(account, locale), ...planNotes(account, locale)].filter(
    Boolean,
  )
  return (
    <footer>
      <p>
        <strong>{planTotalText(account, locale)}</strong>
      </p>
      {lines.map((text) => (
        <p class="quiet" key={text}>
          {text}
        </p>
      ))}
    </footer>
  )
}
