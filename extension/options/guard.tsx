import { useTyped } from '../pages/typed'
import { Above, type Guard } from '../settings'
import { Locked } from './policy'
import type { Options } from './state'

/** When to be asked before a run: never, where a run passes what is there, above an amount. */
export function GuardChoices({ options }: { options: Options }) {
  const { locale, chosen, edit, said, managed } = options
  const required = managed.value.policy.guard
  const texts = locale.messages.guard
  const { stops = false, above } = chosen.value.guard ?? {}
  const set = (part: Partial<Guard>) =>
    edit(({ guard }) => {
      const next = { stops: false, ...guard, ...part }
      return { guard: next.stops || next.above !== undefined ? next : undefined }
    })
  const setAbove = async (field: HTMLInputElement) => {
    const typed = field.value.trim()
    const isAmount = typed === '' || Above.safeParse(typed).success
    const words = isAmount ? '' : texts.notAmount
    field.setCustomValidity(words)
    said.value = words
    if (!isAmount) return false
    await set({ above: typed || undefined })
    return true
  }
  const typed = useTyped(above ?? '', setAbove)
  return (
    <>
      {required ? (
        <Locked options={options} text={locale.messages.policy.stricter} />
      ) : (
        <p class="quiet">{texts.lead}</p>
      )}
      <label class="guard-stops">
        <input
          type="checkbox"
          checked={stops}
          disabled={required?.stops}
          onChange={(event) => void set({ stops: event.currentTarget.checked })}
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
          aria-describedby="guard-hint"
          {...typed}
        />
      </div>
      <p id="guard-hint" class="quiet">
        {texts.aboveHint}
      </p>
      <p class="quiet">{texts.limits}</p>
    </>
  )
}
