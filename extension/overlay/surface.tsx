import { qualifierText } from '../../core/locales/estimates'
import type { AnswerLine } from '../../core/locales/answer-lines'
import { Chip, chipTexts } from '../../widget/components/chip'
import type { Form } from '../binding/watch'
import type { Parts } from './parts'
import { readsSome } from './reading'
import type { Run } from './run'
import type { Site } from './site'

export type SurfaceProps = {
  run: Run
  answers: readonly AnswerLine[]
  form: Form
  size: 'full' | 'short' | 'glyph'
  /** The user asked to hear what the chip says. */
  said: boolean
  /** The part that draws the panel, while it is open. */
  panel: Parts['panel'] | undefined
  chip: { current: HTMLButtonElement | null }
  toggle: () => void
  hide: () => void
  ask: Site['ask']
  redraw: () => void
}

/** The chip and, when it is open, its panel. */
export function Surface({ run, answers, form, size, said, panel, chip, toggle, hide, ask, redraw }: SurfaceProps) {
  const { estimate, standing, site } = run
  const { locale } = site
  const differs = run.quoted !== undefined && run.quoted.is !== 'same'
  const qualifiers = [
    readsSome(run, form),
    qualifierText(estimate, locale),
    differs && locale.messages.quote.differs,
    location.hash.includes(`forecost.feature=${estimate.feature}&`) && locale.messages.overlay.guideHint,
  ].filter((it): it is string => !!it)
  const texts = { estimate, standing, locale, qualifiers }
  return (
    <div class="surface" dir={locale.dir} lang={locale.intl}>
      <Chip {...texts} form={size} expanded={panel !== undefined} controls="panel" onPress={toggle} ref={chip} />
      <p class="said" role="status">
        {said && chipTexts(texts).all}
      </p>
      {panel && <panel.Details {...{ run, answers, form, hide, ask, redraw }} />}
    </div>
  )
}

export const surfaceStyle = `
.surface { position: relative; font: 13px/1.45 var(--sans); color: var(--text); }
.chip { touch-action: none; }
.said { position: absolute; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); visibility: visible; }
`
