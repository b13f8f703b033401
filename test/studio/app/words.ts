import { grouped, type Refused } from './api'
import { units } from './controls/source'
import { forms } from './forms/all'
import { optionsOf, type Control, type Given } from './forms/kinds'

/** Why a press was refused, for people. */
export function refusal({ code, message, needed, have }: Refused): string {
  switch (code) {
    case 'insufficient_credits':
      return `Not enough credits: this takes ${grouped(needed!)}, and ${grouped(have!)} are left.`
    case 'member_cap':
      return `Your cap stops this: it takes ${grouped(needed!)} from the team, and ${grouped(have!)} of your cap are left.`
    case 'signed_out':
      return 'You are signed out. Sign in to go on.'
    default:
      return message ?? 'That did not work. Nothing was charged.'
  }
}

export const stateWords: Record<string, string> = {
  queued: 'Waiting',
  running: 'Making',
  done: 'Done',
  failed: 'Failed, refunded',
  partial: 'Stopped, part refunded',
  moderated: 'Blocked, charged',
  cancelled: 'Cancelled',
}

const same = (a: unknown, b: unknown) => String(a) === String(b)

/** The settings of a run as its form words them: "Drift 3 · 720p · 5 s · Sound". */
export function inWords(feature: string, settings: Record<string, unknown>): string {
  const form = forms.find((one) => one.feature === feature)
  if (!form) return ''
  return Object.entries(settings)
    .map(([name, value]) =>
      oneInWords(
        form.controls.filter((control) => control.name === name || gives(control, name)),
        name,
        value,
      ),
    )
    .filter(Boolean)
    .join(' · ')
}
const gives = (control: Control, name: string) =>
  control.kind === 'source' && control.gives.some((given) => given === name)

function oneInWords(controls: Control[], name: string, value: unknown): string {
  const label = controls[0]?.label ?? name
  if (value === null || value === false) return ''
  if (value === true) return label
  if (value === 'auto' && controls[0]?.kind === 'length') return `${label}: auto`
  if (Array.isArray(value)) return `${value.join(' + ')} s`
  for (const control of controls) {
    if (!('options' in control) || control.kind === 'ticks') continue
    const option = optionsOf(control, {}).find((one) => same(one.value, value))
    if (option)
      return control.kind === 'segments' && /^\d$/.test(option.text) ? `${label}: ${option.text}` : option.text
  }
  const [source] = controls
  if (source?.kind === 'source') return `${value} ${units[name as Given]}`
  const unit = source && 'unit' in source ? source.unit : undefined
  return unit ? `${value} ${unit}` : `${label}: ${value}`
}
