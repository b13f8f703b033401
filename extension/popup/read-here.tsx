import { signal } from '@preact/signals'
import { featureName } from '../../core/labels'
import type { Locale } from '../../core/locales'
import { fill } from '../../core/locales/message'
import type { RateCard } from '../../core/rate-card'
import { browser } from '../browser'
import type { FormReads, Read, Reads as Found } from '../reads/reads'
import { Reads } from '../reads/schema'
import type { Popup } from './state'

/** What is read on the page in front, once the user asks; `undefined`: not asked, or nothing answers. */
const found = signal<Found[] | undefined>(undefined)

/** Every value read on this page, from which control and by which locator; and what is never read. */
export function ReadHere({ popup }: { popup: Popup }) {
  const { locale, at, allowed, card } = popup
  const { reads: texts } = locale.messages
  if (allowed.value !== 'on') return null
  const look = () => void lookAt(at.peek()!.tabId).then((now) => (found.value = now))
  const unreadTexts = (found.value ?? []).reduce((sum, page) => sum + page.unreadTexts, 0)
  return (
    <details class="reads" onToggle={(event) => event.currentTarget.open && look()}>
      <summary class="quiet">{texts.title}</summary>
      {found.value && found.value.every(({ forms, balance }) => forms.length === 0 && !balance) && (
        <p class="quiet">{texts.nothing}</p>
      )}
      {found.value?.map((page, n) => (
        <Page key={n} page={page} card={card.value} locale={locale} />
      ))}
      {found.value && (
        <p class="quiet">{unreadTexts > 0 ? fill(texts.promptsNot, { n: unreadTexts }, locale) : texts.promptsNever}</p>
      )}
      {found.value && (
        <button type="button" class="link" onClick={look}>
          {texts.again}
        </button>
      )}
    </details>
  )
}

/** The answers of all frames of a tab that have an overlay. */
async function lookAt(tabId: number): Promise<Found[]> {
  const target = { tabId, allFrames: true }
  const answers = await browser.scripting.executeScript({ target, files: ['/reads.js'] }).catch(() => [])
  return answers.flatMap(({ result }) => {
    const parsed = Reads.safeParse(result)
    return parsed.success ? [parsed.data as Found] : []
  })
}

type PageProps = { page: Found; card: RateCard | undefined; locale: Locale }

function Page({ page, card, locale }: PageProps) {
  const { reads: texts } = locale.messages
  return (
    <>
      {page.forms.map((form, n) => (
        <Form key={n} form={form} card={card} locale={locale} />
      ))}
      {page.balance && (
        <dl>
          <dt>{texts.balance}</dt>
          <dd>
            {page.balance.number === undefined ? texts.none : fill(texts.value, { words: page.balance.number }, locale)}{' '}
            <code dir="ltr">{page.balance.locator}</code>
          </dd>
        </dl>
      )}
    </>
  )
}

function Form({ form, card, locale }: { form: FormReads; card: RateCard | undefined; locale: Locale }) {
  const { reads: texts } = locale.messages
  const known = card && Object.hasOwn(card.features, form.feature)
  return (
    <>
      <h3>
        {known ? featureName(card, form.feature) : form.feature}{' '}
        <small class="quiet">{texts[`how-${form.how}` as keyof typeof texts]}</small>
      </h3>
      <dl>
        {form.reads.map((read, n) => (
          <Line key={n} read={read} locale={locale} />
        ))}
        {form.buttons.map((locator) => (
          <div key={locator}>
            <dt>{texts.button}</dt>
            <dd>
              <code dir="ltr">{locator}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Line({ read, locale }: { read: Read; locale: Locale }) {
  const { reads: texts } = locale.messages
  const words = { words: read.shown }
  const shown =
    read.kind === 'none' ? texts.none : fill(read.kind === 'count' ? texts.count : texts.value, words, locale)
  return (
    <div>
      <dt>{nameOf(read)}</dt>
      <dd>
        {shown} <code dir="ltr">{read.locator}</code>
      </dd>
    </div>
  )
}

/** What it is called on the page; with the dimension it stands for, where that is another word. */
function nameOf({ label, dimension }: Read): string {
  if (!label) return dimension
  return label.toLowerCase() === dimension.toLowerCase() ? label : `${label} (${dimension})`
}

export const readHereStyle = `
.reads { font-size: .9em; }
.reads[open] { display: grid; gap: 8px; }
.reads summary { cursor: pointer; }
.reads h3 { margin: 8px 0 4px; font-size: 1em; }
.reads dl { display: grid; gap: 6px; margin: 0; }
.reads dt { font-weight: 600; }
.reads dd { display: flex; flex-wrap: wrap; gap: 2px 8px; overflow-wrap: anywhere; }
.reads code { color: var(--quiet); font-size: .85em; }
`
