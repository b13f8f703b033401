import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { call, refresh, type Refused, type RunShown } from './api'
import { Cards, Radios, Select } from './controls/choice'
import { Length, NumberBox, Range, UnsetNumber } from './controls/counted'
import { Shots, Ticks } from './controls/lists'
import { Combobox, Listbox } from './controls/popup'
import { Either, Segments, Tabs } from './controls/segments'
import { Slider, Stepper } from './controls/slider'
import { SourceField } from './controls/source'
import { Checkbox, Pressed, Switch } from './controls/toggles'
import { Words } from './controls/words'
import type { Control, Form } from './forms/kinds'
import { dimension, feature, generate } from './markup'
import { boundsOf, choicesOf, settingsOf, stateOf, valueOf, visible, type Held } from './state'
import { Quote } from './quote'
import { refusal } from './words'

const choices = {
  select: Select,
  radios: Radios,
  cards: Cards,
  segments: Segments,
  tabs: Tabs,
  listbox: Listbox,
  combobox: Combobox,
  either: Either,
}
const numbers = { range: Range, slider: Slider, number: NumberBox, stepper: Stepper }
const toggles = { switch: Switch, checkbox: Checkbox, pressed: Pressed }

type Row = { form: Form; control: Control; held: Held; set: (value: unknown) => void }

/** One control of a form, built the way its kind says. */
function ControlRow({ form, control, held, set }: Row) {
  const value = valueOf(form, control, held) as never
  switch (control.kind) {
    case 'words':
      return <Words control={control} value={value ?? ''} set={set} />
    case 'source':
      return <SourceField control={control} value={value} set={set} />
    case 'shots':
      return <Shots control={control} value={value} set={set} />
    case 'ticks':
      return <Ticks control={control} value={value} set={set} />
    case 'length':
      return <Length control={control} value={value} set={set} />
    case 'unset-number':
      return <UnsetNumber control={control} value={value} set={set} />
    case 'range':
    case 'slider':
    case 'number':
    case 'stepper': {
      const Counted = numbers[control.kind]
      return <Counted control={control} value={value} set={set} {...boundsOf(form, control, held)} />
    }
    case 'switch':
    case 'checkbox':
    case 'pressed': {
      const Toggle = toggles[control.kind]
      return <Toggle control={control} value={value} set={set} />
    }
    default: {
      const Choice = choices[control.kind]
      return <Choice control={control} value={value} set={set} options={choicesOf(form, control, held)} />
    }
  }
}

/** A tool's form: its controls, an advanced panel that leaves the page when closed, and the button. */
export function ToolForm({ form, made }: { form: Form; made?: (run: RunShown) => void }) {
  const state = stateOf(form)
  const open = useSignal(true)
  const busy = useSignal(false)
  const problem = useSignal<string | null>(null)
  const id = useId()
  const shown = visible(form, state.value)
  const row = (control: Control) => (
    <ControlRow
      key={`${control.name}-${control.kind}`}
      form={form}
      control={control}
      held={state.value}
      set={(value) => (state.value = { ...state.value, [control.name]: value })}
    />
  )
  const advanced = shown.filter((control) => control.advanced)

  const press = async (event: Event) => {
    event.preventDefault()
    const asked = settingsOf(form, state.value)
    if ('missing' in asked) return void (problem.value = asked.missing)
    busy.value = true
    const title = String(state.value.prompt ?? '').slice(0, 80)
    const answer = await call<RunShown>('POST', '/api/generate', {
      feature: form.feature,
      settings: asked.settings,
      title,
    })
    busy.value = false
    problem.value = answer.ok ? null : refusal(answer.refused as Refused)
    if (answer.ok) made?.(answer.value)
    await refresh()
  }
  return (
    <form class="tool-form" aria-label={form.title} onSubmit={press} noValidate {...feature(form.feature)}>
      <div class="controls">
        {shown.filter((control) => !control.advanced).map(row)}
        {advanced.length > 0 && (
          <section class="advanced">
            <button
              type="button"
              class="disclose"
              aria-expanded={open.value}
              aria-controls={`${id}-advanced`}
              onClick={() => (open.value = !open.value)}
            >
              Advanced
            </button>
            {open.value && <div id={`${id}-advanced`}>{advanced.map(row)}</div>}
          </section>
        )}
        {form.fixed && <Fixed values={form.fixed} />}
      </div>
      <div class="press">
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="submit" class="primary" disabled={busy.value} {...generate()}>
          {form.press}
          <Quote form={form} held={state.value} />
        </button>
      </div>
    </form>
  )
}

/** Settings that a short form does not let the member choose, kept in hidden inputs. */
function Fixed({ values }: { values: Record<string, string> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} {...dimension(name)} />
      ))}
    </>
  )
}
