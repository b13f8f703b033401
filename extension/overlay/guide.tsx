import { editsOf, type Edit } from '../../core/changes'
import { wordsOf } from '../../core/labels'
import { editsText } from '../../core/locales/answers'
import { totalText } from '../../core/locales/estimates'
import { amountText } from '../../core/locales/format'
import { fill } from '../../core/locales/message'
import { listText } from '../../core/locales/reasons'
import type { Subject } from '../../core/locales/settings'
import { compareGuide, guideOf, type GuideLink } from '../../core/tool-link'
import type { Form } from '../binding/watch'
import type { MoreProps } from './more'
import { setForm, type Outcome } from './set-form'
import type { Run } from './run'

type GuideProps = Pick<MoreProps, 'run' | 'form' | 'redraw'> & { hash: string }

/** What was set for the user in a form, and whether that is under way. */
const done = new WeakMap<Form, Outcome | 'under way'>()

/** Where the user came from a guide that named a price: whether it still holds, and one press that sets what the guide spoke of. */
export function Guide({ run, form, redraw, hash }: GuideProps) {
  const guide = guideOf(hash)
  const { card, locale } = run.site
  if (!guide || !card || guide.feature !== run.estimate.feature) return null
  const { lines, edits } = guideSays(run, guide)
  const last = done.get(form)
  const outcome = last === 'under way' ? undefined : last
  if (lines.length === 0 && !last) return null
  const set = async (wanted: Edit[]) => {
    done.set(form, 'under way')
    redraw()
    done.set(form, await setForm(form, card, wanted))
    redraw()
  }
  const { overlay } = locale.messages
  const untried = edits.filter(({ dimension }) => !outcome?.left.includes(dimension))
  const back = outcome ? undoing(outcome, run) : []
  return (
    <div class="guide" role="note">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {untried.length > 0 && (
        <button type="button" class="act" disabled={last === 'under way'} onClick={() => void set(edits)}>
          {overlay.guideSet}
        </button>
      )}
      <div role="status">{outcome && outcomeTexts(run, outcome).map((text) => <p key={text}>{text}</p>)}</div>
      {back.length > 0 && (
        <button type="button" class="act" onClick={() => void set(back)}>
          {overlay.guideUndo}
        </button>
      )}
    </div>
  )
}

function outcomeTexts(run: Run, { changed, left }: Outcome): string[] {
  const { locale } = run.site
  const { guideDone, guideByHand } = locale.messages.overlay
  return [
    ...(changed.length > 0 ? [fill(guideDone, { list: editsText(subjectOf(run), changed) }, locale)] : []),
    ...(left.length > 0 ? [fill(guideByHand, { list: namesText(run, left) }, locale)] : []),
  ]
}

const subjectOf = ({ estimate: { feature }, site: { card, locale } }: Run): Subject => ({
  card: card!,
  feature,
  locale,
})

/** What is still as it was set, the other way round: what the user has changed since stays his. */
const undoing = ({ changed }: Outcome, { request }: Run): Edit[] =>
  changed
    .filter(({ dimension, from, to }) => from !== undefined && request[dimension] === to)
    .map(({ dimension, from, to }) => ({ dimension, from: to, to: from }))

/**
 * "The guide said 40 credits; it is 44 credits now"; where other settings are made here, which, and what the guide's would come to.
 * Nothing where it named no price and everything is as it says. `edits`: what would make the settings the guide's.
 */
export function guideSays(run: Run, guide: GuideLink): { lines: string[]; edits: Edit[] } {
  const { request, site } = run
  const { card, locale } = site
  const { overlay } = locale.messages
  const { is, now, wanted, strange } = compareGuide(guide, card!.features[guide.feature]!, request, run.price)
  const edits = editsOf(request, { ...request, ...wanted }, Object.keys(wanted))
  const amounts =
    is === 'incomparable'
      ? undefined
      : { said: amountText(guide.said!, guide.currency!, locale), now: totalText(now, locale) }
  if (edits.length === 0 && strange.length === 0) {
    const line = amounts && fill(is === 'same' ? overlay.guideSame : overlay.guideChanged, amounts, locale)
    return { lines: line ? [line] : [], edits }
  }
  const others = [
    ...(edits.length > 0 ? [editsText(subjectOf(run), edits)] : []),
    ...(strange.length > 0 ? [namesText(run, strange)] : []),
  ]
  const other = fill(overlay.guideOther, { list: listText(others, locale) }, locale)
  return { lines: amounts ? [other, fill(overlay.guideThere, amounts, locale)] : [other], edits }
}

function namesText({ site: { card, locale }, estimate }: Run, names: string[]): string {
  const words = wordsOf(card!, estimate.feature)
  return listText(
    names.map((name) => words.dimension(name)),
    locale,
  )
}

export const guideStyle = `
.guide { display: grid; gap: calc(var(--u) * 1.5); justify-items: start; }
.guide :is(p, div:empty) { margin: 0; }
`
