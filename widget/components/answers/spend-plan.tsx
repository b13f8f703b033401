import { Fragment } from 'preact'
import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../core/locales'
import { qualifierText } from '../../../core/locales/estimates'
import { amountText, bareText } from '../../../core/locales/format'
import { usesText } from '../../../core/locales/standings'
import {
  buyByText,
  buyText,
  eventText,
  lineNotes,
  planNotes,
  planShortText,
  planTotalText,
} from '../../../core/locales/plans'
import type { PlanAccount, PlanLine, SpendPlan } from '../../../core/spend-plan'
import { gathered } from '../../../core/spend-plan/gathered'

/**
 * `name`: what a task is called. `account`: the one that pays for a line. `controls`: what moves or removes it, and `row`: attributes
 * of its row, given by the surface that keeps the list.
 */
export type SpendPlanProps = {
  plan: SpendPlan
  name: (line: PlanLine) => ComponentChildren
  locale: Locale
  now: number
  account?: (line: PlanLine) => PlanAccount | undefined
  title?: (account: PlanAccount) => string
  controls?: (line: PlanLine) => ComponentChildren
  row?: (line: PlanLine) => { [attribute: `data-${string}`]: string | undefined }
}

/** Upcoming tasks in the order they are paid, with the line where the money ends and what to buy before it. */
export function SpendPlanList(props: SpendPlanProps) {
  const { plan, name, locale, now, controls, row, title } = props
  const texts = locale.messages.plan
  if (plan.lines.length === 0) return <p class="quiet">{texts.empty}</p>
  return (
    <section class="plan" aria-label={texts.title}>
      <ol>
        {plan.lines.map((line) => {
          const account = props.account ? props.account(line) : accountOf(plan, line)
          const { currency } = line.estimate
          return (
            <Fragment key={line.id}>
              {gathered(line.before).map((event, at) => (
                <li class="event quiet" key={`${line.id}/${at}`}>
                  {eventText(event, account?.currency ?? currency, locale, now)}
                </li>
              ))}
              {account && <End account={account} line={line} locale={locale} />}
              <li
                class="row"
                data-short={line.short ? (line.short.low === '0' ? 'maybe' : 'sure') : undefined}
                {...row?.(line)}
              >
                <span class="task">
                  {name(line)}
                  <small class="quiet">{lineNotes(line, locale).join(' · ')}</small>
                  <small class="quiet">{usesText(line.drains, currency, locale, now)}</small>
                </span>
                <span class="n">
                  {line.total ? amountText(line.total, currency, locale) : texts.unpriced}
                  <small class="quiet">{qualifierText(line.estimate, locale)}</small>
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
        <Foot key={account.provider} account={account} name={title?.(account)} locale={locale} now={now} />
      ))}
    </section>
  )
}

const accountOf = (plan: SpendPlan, line: PlanLine) =>
  plan.accounts.find(({ provider }) => provider === line.estimate.provider)

/** The line where the money ends: a rule with words, and what to buy before it. */
function End({ account, line, locale }: { account: PlanAccount; line: PlanLine; locale: Locale }) {
  const { plan } = locale.messages
  const sure = account.ends?.sure === line.id
  if (!sure && account.ends?.maybe !== line.id) return null
  return <li class="end">{sure ? plan.ends : plan.mayEnd}</li>
}

type FootProps = { account: PlanAccount; name: string | undefined; locale: Locale; now: number }

function Foot({ account, name, locale, now }: FootProps) {
  const lines = [
    planShortText(account, locale),
    buyText(account, locale),
    buyByText(account, locale, now),
    ...planNotes(account, locale),
  ].filter(Boolean)
  return (
    <footer>
      {name && <p class="quiet">{name}</p>}
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
