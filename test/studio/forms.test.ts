import { describe, expect, it } from 'vitest'
import { forms } from './app/forms/all'
import { optionsOf, type Control, type Form } from './app/forms/kinds'
import { pricePage } from './price-page'
import { tools } from './pricing'

/** The last table of the price page: feature, then each dimension with the values it may have. */
function printedNames(): Map<string, Map<string, string>> {
  const table = pricePage().split('## Names used by the forms')[1]!
  const names = new Map<string, Map<string, string>>()
  let feature = ''
  for (const row of table.split('\n').filter((line) => line.startsWith('|'))) {
    const [first, dimensions, values] = row
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim())
    const named = /^`([a-z0-9-]+)`$/.exec(first!)
    if (named) names.set((feature = named[1]!), new Map())
    for (const [, dimension] of dimensions!.matchAll(/`(\w+)`/g)) names.get(feature)?.set(dimension!, values!)
  }
  return names
}
const printed = printedNames()

const dimensionsOf = (control: Control): string[] =>
  control.kind === 'source' ? control.gives : control.unpriced ? [] : [control.name]

/** Every option a control can ever show: its list may hang on the model. */
function everyOption(form: Form, control: Extract<Control, { options: unknown }>): string[] {
  const model = form.controls.find((one) => one.name === 'model')
  const models = model && 'options' in model ? optionsOf(model, {}).map((one) => one.value) : ['']
  return [...new Set(models.flatMap((one) => optionsOf(control, { model: one }).map((option) => option.value)))]
}

describe('the forms', () => {
  it('are one for each tool of the price page', () => {
    expect(forms.map((form) => form.feature).sort()).toEqual([...printed.keys()].sort())
    expect(Object.keys(tools).sort()).toEqual([...printed.keys()].sort())
    expect(new Set(forms.map((form) => form.path)).size).toBe(forms.length)
  })

  it.each(forms.map((form) => [form.feature, form] as const))(
    '%s has the printed dimensions, no more, no less',
    (feature, form) => {
      const own = new Set(form.controls.flatMap(dimensionsOf))
      const fromAccount = ['plan']
      const wanted = [...printed.get(feature)!.keys()].filter((name) => !fromAccount.includes(name))
      expect([...own].sort()).toEqual(wanted.sort())
    },
  )

  it.each(
    forms.flatMap((form) =>
      form.controls
        .filter((control) => 'options' in control && control.kind !== 'ticks' && !control.unpriced)
        .map(
          (control) =>
            [`${form.feature} ${control.name}`, form, control as Extract<Control, { options: unknown }>] as const,
        ),
    ),
  )('%s offers printed options only', (_, form, control) => {
    const values = printed.get(form.feature)!.get(control.name)!
    const [from, to] = (/(\d+) to (\d+)/.exec(values) ?? []).slice(1).map(Number)
    const listed = (option: string) =>
      values.split(/[^\w.-]+/).includes(option) || (Number(option) >= from! && Number(option) <= to!)
    expect(everyOption(form, control).filter((option) => !listed(option))).toEqual([])
  })

  it('name a button each, in varied words', () => {
    expect(new Set(forms.map((form) => form.press)).size).toBeGreaterThan(12)
  })
})
