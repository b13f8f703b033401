import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { english } from '../../core/locales'
import { lineName, workingText } from '../../core/locales/estimates'
import { bareText } from '../../core/locales/format'
import { wordsOf } from '../../core/labels'
import type { RateCard } from '../../core/rate-card'
import type { Estimate } from '../../core/result'
import studioCard from '../studio/rate-card.json'
import { forms } from '../studio/app/forms/all'
import type { Step } from './combinations'
import { all, first, has, text } from './closed'
import { click } from './opened'
import {
  chip,
  isFresh,
  leaveAlone,
  readyChip,
  setControls,
  signIn,
  takeSeat,
  until,
  type Chip,
  type Seat,
} from './seat'

const root = fileURLToPath(new URL('../../', import.meta.url))
const card = studioCard as unknown as RateCard

type Settings = Record<string, string | boolean>
/** A tool, what is set there, and what the page does not show then (`hides`) or cannot mean (`warp`). */
type Asked = { feature: string; set: Settings; hides?: string[]; other?: Settings; status: Estimate['status'] }

const lumen = { model: 'lumen', quality: 'high', shape: 'wide', variants: '3', speed: 'standard' }
const drift = { model: 'drift-3', resolution: '1080p', duration: '7', audio: true, variants: '2', speed: 'standard' }
const asked: [string, Asked][] = [
  ['a picture', { feature: 'text-to-image', set: lumen, status: 'exact' }],
  [
    'a picture whose size is left to the tool',
    {
      feature: 'text-to-image',
      set: { model: 'lumen-pro', resolution: 'auto', references: '2', variants: '1', speed: 'standard' },
      status: 'range',
    },
  ],
  [
    'a picture at a speed that the card does not know',
    { feature: 'text-to-image', set: lumen, other: { speed: 'warp' }, status: 'unpriced' },
  ],
  ['a video', { feature: 'text-to-video', set: drift, status: 'exact' }],
  [
    'a video whose further settings are closed',
    { feature: 'text-to-video', set: drift, hides: ['variants', 'speed'], status: 'range' },
  ],
  ['speech', { feature: 'speech', set: { characters: '1021', model: 'studio', voice: 'cloned' }, status: 'exact' }],
  ['music of any length', { feature: 'music', set: { duration: 'auto', stems: true }, status: 'range' }],
  ['a 3D model of a plan’s own price', { feature: 'rig-3d', set: {}, status: 'exact' }],
]

/** The same request is the same string in overlay, popup, widget and command line, and the same lines in the same order. */
export function oneStringIn(kind: 'chromium' | 'firefox') {
  let seat: Seat
  let printed: (Estimate & { text: string })[]
  beforeAll(async () => {
    seat = await takeSeat(kind)
    printed = commandLine()
  })
  afterAll(() => seat?.close())
  afterEach(() => leaveAlone(seat))

  test.each(asked)('%s is one string and one bill everywhere', async (_, one) => {
    const quote = printed[asked.findIndex(([, other]) => other === one)]!
    expect(quote.status).toBe(one.status)
    const said = await onPage(one, quote.text)
    expect(said.text.split(' · ')[0]).toBe(quote.text)
    expect(await panelLines(said)).toEqual(linesOf(quote))

    const popup = await seat.opened.openOwn('/popup.html')
    await until(
      async () => text(await seat.opened.tree(popup)),
      (words) => words.includes(said.text),
      said.text,
    )
    await popup.close()
    // A tab behind others paints nothing.
    await seat.page.bringToFront()
    expect(await widget(one)).toBe(quote.text)
  })

  /** The chip of the tool's own form, set as asked. */
  async function onPage({ feature, set, hides, other }: Asked, wanted: string): Promise<Chip> {
    const form = forms.find((form) => form.feature === feature && !form.fixed)!
    await signIn(seat, 'aiko', form.path)
    await readyChip(seat)
    await setControls(seat, stepsOf(feature, set))
    if (hides) await seat.page.click('.disclose')
    for (const [name, value] of Object.entries(other ?? {})) await offer(name, String(value))
    return (await until(
      () => chip(seat),
      (seen) => isFresh(seen) && seen.text.split(' · ')[0] === wanted,
      wanted,
    ))!
  }

  /** The page names the choice taken by a word that the card does not list. */
  const offer = (name: string, value: string) =>
    seat.page.evaluate(
      (dimension, word) => {
        const select = document.querySelector<HTMLSelectElement>(`select[data-rate-card-dimension="${dimension}"]`)!
        select.selectedOptions[0]!.dataset.rateCardValue = word
      },
      name,
      value,
    )

  async function panelLines(said: Chip): Promise<string[]> {
    await click(seat.opened, seat.page, said.node)
    const panel = await until(
      async () => first(await seat.opened.tree(seat.page, 'forecost-overlay'), has('part', 'panel')),
      (found) => found !== undefined,
      'the panel',
    )
    return all(panel!, ({ name }) => name === 'li')
      .filter((row) => all(panel!, has('part', 'breakdown')).some((bill) => bill.children.includes(row)))
      .map(text)
  }

  async function widget(one: Asked): Promise<string> {
    await seat.page.goto(`${seat.studio.url}/help/credits`)
    await seat.page.evaluate(
      (feature, settings) => {
        const price = document.createElement('forecost-price')
        const given = { card: '/.well-known/rate-card.json', feature, plan: 'team', lang: 'en', settings, id: 'asked' }
        for (const [name, value] of Object.entries(given)) price.setAttribute(name, value)
        document.querySelector('main')!.append(price)
      },
      one.feature,
      new URLSearchParams(Object.entries(requestOf(one)).map(([name, value]) => [name, String(value)])).toString(),
    )
    const shown = await until(
      async () => first(await seat.opened.tree(seat.page, '#asked'), has('part', 'total')),
      (found) => found !== undefined,
      'the widget',
    )
    // Running text says what that is in money, too.
    return text(shown!).replace(/ \(≈ [^)]*\)$/, '')
  }
}

/** The steps that set a tool's controls so. */
function stepsOf(feature: string, set: Settings): Step[] {
  const { controls } = forms.find((form) => form.feature === feature && !form.fixed)!
  return Object.entries(set).map(([name, value]) => {
    const control = controls.find((control) => control.name === name)!
    const counted = typeof value === 'string' && /^\d+$/.test(value) && !('options' in control)
    const counts = control.kind === 'words' ? control.counts : undefined
    return {
      name,
      kind: control.kind,
      value: counted ? Number(value) : value,
      step: 'step' in control ? (control.step ?? 1) : 1,
      ...(counts && { counts }),
    }
  })
}

function requestOf({ feature, set, hides = [], other }: Asked): Settings {
  const shown = Object.entries({ ...set, ...other }).filter(([name]) => !hides.includes(name))
  const ofPlan: Settings = Object.hasOwn(card.features[feature]!.dimensions, 'plan') ? { plan: 'team' } : {}
  return { ...Object.fromEntries(shown), ...ofPlan }
}

/** What the command line answers to all of them, one JSON line each. */
function commandLine(): (Estimate & { text: string })[] {
  const input = asked
    .map(([, one]) =>
      JSON.stringify({ card: 'test/studio/rate-card.json', feature: one.feature, request: requestOf(one) }),
    )
    .join('\n')
  const ask = { cwd: root, encoding: 'utf8' as const, input }
  const said = execFileSync('npx', ['tsx', 'core/cli/main.ts', 'quote', '--surface', 'app', '--lang', 'en'], ask)
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Estimate & { text: string })
}

/** The bill as the panel writes it. */
function linesOf(quote: Estimate): string[] {
  if (quote.status === 'unpriced') return []
  const words = wordsOf(card, quote.feature)
  return quote.lines.map((line) => {
    const working = workingText(line, quote.currency, words, english)
    const name = lineName(line, english)
    return [
      working || name,
      working && quote.lines.length > 1 ? name : '',
      bareText(line.total, quote.currency, english),
    ].join('')
  })
}
