import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { spanText } from '../../core/locales/time'
import { compareDecimals } from '../../core/amount'
import { sumOf } from '../../core/scale'
import { niceTop, SIZE } from '../../widget/components/answers/plot'
import { daysOf, type Day } from './days'
import { changeText } from './prices'
import type { History } from './state'

/** What was spent on each day: a plot, a sentence that says the same, and all of it as a table. */
export function DayBars({
  history: { locale, shown, now, changed },
  currency,
}: {
  history: History
  currency: string
}) {
  const texts = locale.messages.history
  const days = daysOf(shown.value, currency, now.value)
  if (!days) return <Nothing title={texts.byDay} text={texts.noSpend} />
  const amount = (net: string) => amountText(net, currency, locale)
  const date = (at: number) => spanText(at, at, locale)
  const most = days.reduce((a, b) => (compareDecimals(b.net, a.net) > 0 ? b : a))
  const alt = fill(
    texts.dayPlot,
    {
      span: spanText(days[0]!.at, days.at(-1)!.at, locale),
      total: amount(sumOf(days.map(({ net }) => net))),
      day: date(most.at),
      most: amount(most.net),
    },
    locale,
  )
  const top = niceTop(Number(most.net))
  return (
    <figure class="plot bars">
      <h2>{texts.byDay}</h2>
      <p class="scale quiet n" aria-hidden="true">
        {amount(String(top))}
      </p>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={alt} preserveAspectRatio="none">
        <path class="axis faint" d={`M0 ${SIZE.head}H${SIZE.width}`} />
        {days.map((day, i) => (
          <rect key={day.at} {...barOf(day, i, days.length, top)}>
            <title>{`${date(day.at)}: ${amount(day.net)}`}</title>
          </rect>
        ))}
        {changed.value.map((change, i) => {
          const at = days.findIndex((day) => dayOf(day.at) === change.from)
          return at < 0 ? null : (
            <path
              key={i}
              class="changed"
              d={`M${(at * SIZE.width) / days.length} ${SIZE.head}V${SIZE.height - SIZE.foot}`}
            >
              <title>{changeText(change, locale)}</title>
            </path>
          )
        })}
        <path class="axis" d={`M0 ${SIZE.height - SIZE.foot}H${SIZE.width}`} />
      </svg>
      <figcaption class="quiet">{alt}</figcaption>
      <details>
        <summary class="quiet">{texts.asTable}</summary>
        <div class="scroll" role="group" tabIndex={0} aria-label={texts.asTable}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.day}</th>
                <th scope="col">{texts.spent}</th>
              </tr>
            </thead>
            <tbody>
              {days
                .filter(({ net }) => net !== '0')
                .map(({ at, net }) => (
                  <tr key={at}>
                    <th scope="row">{date(at)}</th>
                    <td class="n">{amount(net)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

export const Nothing = ({ title, text }: { title: string; text: string }) => (
  <div class="plot">
    <h2>{title}</h2>
    <p class="quiet">{text}</p>
  </div>
)

/** The calendar day of this computer: "2026-11-10". */
const dayOf = (at: number): string => new Intl.DateTimeFormat('sv').format(at)

function barOf({ net }: Day, i: number, count: number, top: number) {
  const step = SIZE.width / count
  const room = SIZE.height - SIZE.foot - SIZE.head
  const height = Math.max(net === '0' ? 0 : 1, (Math.max(0, Number(net)) / top) * room)
  const gap = Math.min(2, step * 0.2)
  return { x: i * step + gap / 2, y: SIZE.height - SIZE.foot - height, width: step - gap, height }
}
