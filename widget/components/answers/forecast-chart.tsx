import type { Forecast } from '../../../core/forecast'
import type { Locale } from '../../../core/locales'
import {
  basisText,
  budgetText,
  burnText,
  endedByTexts,
  lapseText,
  paceText,
  runOutText,
  silenceText,
} from '../../../core/locales/forecasts'
import { bareText } from '../../../core/locales/format'
import { fill } from '../../../core/locales/message'
import { spanText } from '../../../core/locales/time'
import { bandOf, pathOf, scaleOf, SIZE, type Point } from './plot'

/** `past`: balances read so far, oldest first, in the account's currency; not drawn where a cap or limit leaves less of them. */
export type ForecastChartProps = {
  forecast: Forecast
  past: readonly Point[]
  currency: string
  locale: Locale
  now: number
}

const DAY = 86_400_000

/** The balance so far and where it goes, as a plot and as sentences that say the same. */
export function ForecastChart(given: ForecastChartProps) {
  const { forecast, currency, locale, now } = given
  const props = forecast.allowed ? { ...given, past: [] } : given
  const texts = locale.messages.forecast
  const known = forecast.status === 'known'
  const lines = known
    ? [
        ...endedByTexts(forecast, locale),
        burnText(forecast, currency, locale),
        ...forecast.lapsing.toSorted((a, b) => a.at - b.at).map((one) => lapseText(one, currency, locale, now)),
      ]
    : []
  const exact = [paceText(forecast, currency, locale), budgetText(forecast, currency, locale, now)]
  return (
    <figure class="forecast">
      {(known || props.past.length > 1) && <Plot {...props} />}
      <figcaption>
        <p>
          <strong>{known ? runOutText(forecast, locale, now) : silenceText(forecast, locale)}</strong>
        </p>
        {[...lines, ...exact].filter(Boolean).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {known && <small class="quiet">{basisText(forecast.burn.basis, locale)}</small>}
        <ul class="legend quiet" aria-hidden="true">
          {props.past.length > 1 && <li class="key-past">{texts.past}</li>}
          {known && <li class="key-future">{texts.future}</li>}
          {known && forecast.runOut.low !== undefined && <li class="key-out">{texts.out}</li>}
        </ul>
      </figcaption>
    </figure>
  )
}

function Plot({ forecast, past, currency, locale, now }: ForecastChartProps) {
  const band = forecast.status === 'known' ? shown(forecast, now) : []
  const begin = Number(forecast.allowed?.amount ?? forecast.balance ?? past.at(-1)?.value ?? 0)
  const start = { at: now, value: begin }
  const so = past.filter(({ at }) => at <= now)
  const before = so.length > 0 ? [...so, { at: now, value: so.at(-1)!.value }, start] : []
  const from = before[0]?.at ?? now
  const to = band.at(-1)?.at ?? now
  const most = Math.max(begin, ...before.map(({ value }) => value), ...band.map(({ high }) => high))
  const scale = scaleOf(from, to, most)
  const line = (pick: 'low' | 'likely' | 'high') => [start, ...band.map((day) => ({ at: day.at, value: day[pick] }))]
  const x = scale.x(now)
  return (
    <>
      <p class="scale quiet n" aria-hidden="true">
        {bareText(String(scale.top), currency, locale)}
      </p>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={altText(forecast, begin, currency, locale, now)}
        preserveAspectRatio="none"
      >
        <path class="axis" d={`M0 ${scale.y(0)}H${SIZE.width}`} />
        <path class="axis faint" d={`M0 ${scale.y(scale.top)}H${SIZE.width}`} />
        {band.length > 0 && <path class="band" d={bandOf(line('low'), line('high'), scale)} />}
        {band.length > 0 && <path class="likely" d={pathOf(line('likely'), scale)} />}
        {before.length > 0 && <path class="past" d={pathOf(before, scale, true)} />}
        <path class="now" d={`M${x} ${SIZE.head}V${scale.y(0)}`} />
        <RunOut forecast={forecast} x={scale.x} y={scale.y(0)} />
      </svg>
      <p class="dates quiet" aria-hidden="true">
        {spanText(from, to, locale)}
      </p>
    </>
  )
}

/** Four chances in five, on the ground line. */
function RunOut({ forecast, x, y }: { forecast: Forecast; x: (at: number) => number; y: number }) {
  if (forecast.status !== 'known' || forecast.runOut.low === undefined) return null
  const { low, high } = forecast.runOut
  // One moment is still to be seen.
  const end = high === undefined ? SIZE.width : Math.min(SIZE.width, Math.max(x(high), x(low) + 4))
  return <path class="out" d={`M${x(low)} ${y}H${end}`} />
}

/** As much of the band as matters: a little beyond the last likely end of the credits. */
function shown({ balanceBand, runOut }: Forecast & { status: 'known' }, now: number) {
  const until = runOut.high === undefined ? Infinity : Math.max(runOut.high + 2 * DAY, now + 7 * DAY)
  return balanceBand.filter(({ at }) => at <= until)
}

function altText(forecast: Forecast, begin: number, currency: string, locale: Locale, now: number): string {
  const { band, bandAllowed } = locale.messages.forecast
  const n = bareText(forecast.allowed?.amount ?? forecast.balance ?? String(begin), currency, locale)
  const runOut = forecast.status === 'known' ? runOutText(forecast, locale, now) : silenceText(forecast, locale)
  return fill(forecast.allowed ? bandAllowed : band, { n, runOut }, locale)
}
