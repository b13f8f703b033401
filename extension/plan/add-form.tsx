import { signal } from '@preact/signals'
import { estimate } from '../../core/estimate'
import { featureName, wordsOf } from '../../core/labels'
import { qualifierText, totalText } from '../../core/locales/estimates'
import { presentDimensions, startingRequest } from '../../core/present'
import { loadCard, providerName, providers } from '../../core/rate-cards'
import type { RateCard, Request } from '../../core/rate-card'
import { Form, ListField } from '../../widget/components'
import { Select } from '../../widget/components/choice-field'
import type { Plan } from './state'

type Draft = { origin?: string; card: RateCard; feature: string; request: Request }

/** A task put together on the page itself: vendor, tool, settings; priced while it is set. */
export function createDraft(plan: Plan) {
  const draft = signal<Draft | undefined>(undefined)
  const today = () => new Date(plan.now.value)

  function take(card: RateCard, feature: string, origin: string | undefined, given: Request = {}) {
    const request = startingRequest(card, feature, given, today())
    draft.value = { card, feature, request, ...(origin !== undefined && { origin }) }
  }
  let last: string | undefined
  /** `chosen`: the origin of a site, or the name of a bundled provider. */
  async function choose(chosen: string) {
    last = chosen
    const site = chosen.startsWith('http') ? plan.holdings.value.get(chosen) : undefined
    const card = site?.card ?? (await loadCard(chosen))
    // Another may have been chosen while this one was on its way.
    if (card && chosen === last) take(card, Object.keys(card.features)[0]!, site && chosen)
  }
  function set(name: string, value: Request[string]) {
    const { card, feature, origin, request } = draft.value!
    take(card, feature, origin, { ...request, [name]: value })
  }
  async function add() {
    const { card, feature, origin, request } = draft.value!
    await plan.add({ provider: card.provider, feature, request, ...(origin !== undefined && { origin }) })
  }
  return { plan, draft, today, take, choose, set, add }
}
export type DraftState = ReturnType<typeof createDraft>

export function AddForm({ state }: { state: DraftState }) {
  const { plan, draft } = state
  const texts = plan.locale.messages.plan
  const sites = [...plan.holdings.value].filter(([key]) => key.startsWith('http'))
  const start = () => draft.value ?? void state.choose(sites[0]?.[0] ?? 'runway')
  return (
    <details class="add-task" onToggle={(event) => event.currentTarget.open && start()}>
      <summary class="primary">{texts.add}</summary>
      {draft.value && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void state.add()
          }}
        >
          <Select
            id="vendor"
            label={texts.vendor}
            value={draft.value.origin ?? draft.value.card.provider}
            options={[
              ...sites.map(([origin, { card }]) => ({ value: origin, text: card.name })),
              ...providers.map((provider) => ({ value: provider, text: providerName(provider) })),
            ]}
            onChange={(chosen) => void state.choose(chosen)}
          />
          <Settings state={state} draft={draft.value} />
        </form>
      )}
    </details>
  )
}

function Settings({ state, draft }: { state: DraftState; draft: Draft }) {
  const { plan, today } = state
  const { locale } = plan
  const texts = locale.messages.plan
  const { card, feature, request, origin } = draft
  const price = estimate(card, feature, request, today(), origin === undefined ? undefined : 'app')
  return (
    <>
      <Select
        id="tool"
        label={texts.tool}
        value={feature}
        options={Object.keys(card.features).map((name) => ({ value: name, text: featureName(card, name) }))}
        onChange={(name) => state.take(card, name, origin)}
      />
      <Form
        id="new"
        dimensions={presentDimensions(card, feature, request, today())}
        request={request}
        words={wordsOf(card, feature)}
        locale={locale}
        List={ListField}
        onChange={state.set}
      />
      <p class="row">
        <span role="status">
          <strong>{totalText(price, locale)}</strong> <span class="quiet">{qualifierText(price, locale)}</span>
        </span>
        <button type="submit" class="primary">
          {texts.addThis}
        </button>
      </p>
    </>
  )
}
