import { fill } from '../../core/locales/message'
import { agoText } from '../../core/locales/time'
import { cardNote } from '../notes'
import type { StatedCard, Updates } from './updates-state'

/** The price lists that sites state about themselves: which one is in use, why a newer one was refused, and the pin. */
export function StatedCards({ updates }: { updates: Updates }) {
  const { stated, locale } = updates
  if (stated.value.length === 0) return null
  const texts = locale.messages.updates
  return (
    <div class="stated">
      <h3>{texts.stated}</h3>
      <p class="quiet">{texts.pinWhy}</p>
      <ul>
        {stated.value.map((one) => (
          <Row key={one.origin} {...{ one, updates }} />
        ))}
      </ul>
    </div>
  )
}

function Row({ one, updates: { locale, now, pin } }: { one: StatedCard; updates: Updates }) {
  const texts = locale.messages.updates
  const { card, cardProblem } = one.kept
  const note = cardNote({ readAt: card?.readAt, problem: cardProblem }, locale, now.value)
  return (
    <li>
      <span>
        <b>{new URL(one.origin).host}</b>
        {card && <> {fill(texts.version, { name: card.card.name, version: card.card.version }, locale)}</>}
        {card && <span class="quiet"> {agoText(Math.max(0, now.value - card.readAt), locale)}</span>}
        {note && <p class="notice-line">{note}</p>}
        {cardProblem?.detail && (
          <p>
            <code dir="ltr">{cardProblem.detail}</code>
          </p>
        )}
        {one.pinned && card?.sha256 && (
          <p class="quiet">
            {texts.pinned} <code dir="ltr">{card.sha256}</code>
          </p>
        )}
      </span>
      {(card?.sha256 || one.pinned) && (
        <button type="button" class="button" onClick={() => void pin(one, !one.pinned)}>
          {one.pinned ? texts.unpin : texts.pin}
        </button>
      )}
    </li>
  )
}
