import { fill } from '../../core/locales/message'
import { draw } from '../../widget/draw'
import { Mark, markStyle } from '../../widget/components/mark'
import { base, tokens } from '../../widget/tokens'
import { addHost } from '../overlay/host'
import type { Run } from '../overlay/run'
import { schemeOf } from '../overlay/scheme'
import type { Site } from '../overlay/site'
import { roundAbove } from './asks'
import { dialogStyle } from './style'
import { uncovered } from './uncovered'
import { wordsOfRun } from './words'

export type Question = { button: HTMLElement; run: Run; site: Site; why: 'stops' | 'above'; allow: () => void }

let open: AbortController | undefined

/**
 * Asks about a run, above everything else on the page and with the focus on the safe answer. Escape is that answer too. One question
 * at a time; it goes when `signal` aborts.
 */
export function openDialog(question: Question, signal: AbortSignal): void {
  if (open && !open.signal.aborted) return
  const ending = new AbortController()
  const life = AbortSignal.any([signal, ending.signal])
  const { button, run, site } = question
  const { host, root } = addHost(button, [tokens, base, markStyle, dialogStyle].join(''), life)
  host.style.setProperty('--forecost-seen', 'visible')
  schemeOf(button, host, life)
  const dialog = { current: null as HTMLDialogElement | null }
  const only = { current: null as HTMLInputElement | null }
  const end = () => {
    // Closing gives the focus back to where it was.
    dialog.current?.close()
    ending.abort()
  }
  const answer = (act: () => unknown) => (event: Event) => {
    if (!event.isTrusted) return
    const { estimate } = run
    if (only.current?.checked && estimate.status !== 'unpriced')
      site.tell({ kind: 'ask-only-above', above: roundAbove(estimate.total.high) })
    act()
    end()
  }
  const refuse = answer(() => undefined)
  // Whoever does not see the question has not answered it.
  let isSeen = () => false
  const permit = answer(() => isSeen() && question.allow())
  const paint = (fits: string | undefined) => draw(<Ask {...{ question, fits, refuse, permit, dialog, only }} />, root)

  paint(undefined)
  dialog.current!.showModal()
  if (!dialog.current!.open) throw new Error('not shown')
  open = ending
  isSeen = uncovered(dialog.current!.querySelector('.other')!, life)
  dialog.current!.addEventListener('cancel', end)
  // Keys that go on from the press that was stopped answer nothing.
  dialog.current!.addEventListener('keydown', (event) => event.repeat && event.preventDefault(), { capture: true })
  for (const kind of ['keydown', 'keyup', 'keypress']) root.addEventListener(kind, (event) => event.stopPropagation())
  void fitOf(question).then((fits) => fits && !life.aborted && paint(fits))
}

/** What would still fit, as the background works it out: later than the question, or never. */
async function fitOf({ run, site }: Question): Promise<string | undefined> {
  const { request, estimate, site: view } = run
  if (estimate.status === 'unpriced') return undefined
  const about = { feature: estimate.feature, request } as Parameters<Site['askAnswers']>[0]
  const fits = (await site.askAnswers(about)).find(({ is }) => is === 'fits')?.text
  return fits && fill(view.locale.messages.guard.sentence, { matter: fits }, view.locale)
}

type AskProps = {
  question: Question
  fits: string | undefined
  refuse: (event: Event) => void
  permit: (event: Event) => void
  dialog: { current: HTMLDialogElement | null }
  only: { current: HTMLInputElement | null }
}

function Ask({ question, fits, refuse, permit, dialog, only }: AskProps) {
  const { run } = question
  const { locale, guard } = run.site
  const texts = locale.messages.guard
  const words = wordsOfRun(question)
  return (
    <dialog
      class="ask"
      role="alertdialog"
      aria-labelledby="asks"
      aria-describedby="why fits how"
      dir={locale.dir}
      lang={locale.intl}
      ref={dialog}
    >
      <p id="asks" class="asks">
        <Mark shape="triangle" /> {words.asks}
      </p>
      <p id="why">{words.why}</p>
      {fits && <p id="fits">{fits}</p>}
      <p class="answers">
        <button type="button" class="safe" autofocus onClick={refuse}>
          {texts.refuse}
        </button>
        <button type="button" class="other" onClick={permit}>
          {texts.allow}
        </button>
      </p>
      <p id="how" class="quiet">
        {texts.allowHow}
      </p>
      {words.only && !guard?.locked && (
        <label class="only">
          <input type="checkbox" ref={only} /> {words.only}
        </label>
      )}
    </dialog>
  )
}
