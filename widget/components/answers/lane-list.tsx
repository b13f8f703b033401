import type { Lane } from '../../../core/lanes'
import { laneText, totalOrNothing } from '../../../core/locales/lanes'
import type { Locale } from '../../../core/locales'

export type LaneListProps = { lanes: readonly Lane[]; currency: string; locale: Locale }

/** Credits and waits side by side; nothing where there is only the paid way and nothing is known of its wait. */
export function LaneList({ lanes, currency, locale }: LaneListProps) {
  const told = lanes.map((lane) => ({ lane, waits: laneText(lane, locale) }))
  if (told.length === 1 && told[0]!.waits === '') return null
  return (
    <ul class="lanes" aria-label={locale.messages.lane.title}>
      {told.map(({ lane, waits }, at) => (
        <li class="row" key={at}>
          <span>
            {locale.messages.lane[lane.kind]}
            {waits && <small class="quiet">{waits}</small>}
          </span>
          <span class="n">{totalOrNothing(lane, currency, locale)}</span>
        </li>
      ))}
    </ul>
  )
}
