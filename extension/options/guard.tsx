import { Above } from '../settings'
import type { Options } from './state'

/** When to be asked before a run: never, where a run passes what is there, above an amount. */
export function GuardChoices({ options }: { options: Options }) {
  const { locale, chosen, edit, said } = options
  const texts = locale.messages.guard
  const { stops = false, above } = chosen.value.guard ?? {}
  const set = (next: { stops: boolean; above?: string }) =>
    void edit({ guard: next.stops || next.above !== undefined ? next : undefined })
  const setAbove = (field: HTMLInputElement) => {
    const typed = field.value.trim()
    if (typed === '') return set({ stops })
    const amount = Above.safeParse(typed)
    const words = amount.success ? '' : texts.notAmount
    field.setCustomValidity(words)
    said.value = words
    if (amount.success) set({ stops, above: typed })
  }
  return (
    <>
      <p class="quiet">{texts.lead}</p>
      <label class="guard-stops">
        <input
          type="checkbox"
          checked={stops}
          onChange={(event) => set({ stops: event.currentTarget.checked, ...(above !== undefined && { above }) })}
        />
        {texts.stops}
      </label>
      <div class="choices">
        <label for="guard-above">{texts.aboveLabel}</label>
        <input
          id="guard-above"
          class="guard-above"
          inputMode="decimal"
          autocomplete="off"
          value={above ?? ''}
          aria-describedby="guard-hint"
          onChange={(event) => setAbove(event.currentTarget)}
        />
      </div>
      <p id="guard-hint" class="quiet">
        {texts.aboveHint}
      </p>
      <p class="quiet">{texts.limits}</p>
    </>
  )
}
