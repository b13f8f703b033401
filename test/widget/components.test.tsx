import { cleanup, render } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { english, localeFor } from '../../core/locales'
import { presentDimensions, startingRequest } from '../../core/present'
import { totalText } from '../../core/locales/estimates'
import { wordsOf } from '../../core/labels'
import { AccountRow, Chip, Form, GrantList, LimitList, Notice, Panel, ListField } from '../../widget/components'
import { account, card, now, states } from './states'

afterEach(cleanup)

const state = (name: string) => states.find((s) => s.name === name)!
const chipOf = (name: string, props = {}) => {
  cleanup()
  const { estimate, standing } = state(name)
  return render(<Chip estimate={estimate} standing={standing} locale={english} {...props} />).getByRole('button')
}

test.each([
  ['exact, enough', 'enough', '60 credits340 left'],
  ['range: resolution unread', 'enough', '40–150 credits250–360 left'],
  ['short', 'short', '60 credits12 short'],
  ['cap binds', 'limit', '60 creditsyour cap: 40 left'],
  ['cap leaves less', 'low', '60 crlow: 40 left under your cap'],
  ['run limit', 'limit', '60 creditsrun limit reached'],
  ['not permitted', 'not-permitted', '60 cryour role may not generate'],
  ['unpriced', 'unpriced', 'price not known'],
  ['rate only', 'unpriced', '0.5 credits per character'],
  ['stale balance', 'stale', '60 creditsbalance 2 hr old'],
  ['low', 'low', '60 creditslow: 10 left'],
  ['no account', 'priced', '60 credits'],
  ['balance unknown', 'priced', '60 creditsbalance not known'],
  ['everything unread', 'short', '10–1,240 creditsup to 840 short'],
])('the chip of “%s” is %s and says %s', (name, chipState, text) => {
  const chip = chipOf(name)
  expect(chip.dataset['state']).toBe(chipState)
  expect(chip.textContent).toBe(text)
})

test('the chip names everything it says, and that it opens the breakdown', () => {
  expect(chipOf('old prices', { qualifiers: ['prices of Oct 2026'] }).getAttribute('aria-label')).toBe(
    '60 credits · 300 left · prices of Oct 2026. Open the breakdown.',
  )
})

test('a long chip writes its amount short, a glyph keeps its name', () => {
  expect(chipOf('exact, enough', { qualifiers: ['price stated by this page'] }).textContent).toContain('60 cr')
  const glyph = chipOf('exact, enough', { form: 'glyph' })
  expect(glyph.textContent).toBe('')
  expect(glyph.getAttribute('aria-label')).toContain('60 credits · 340 left')
})

test('money stands beside credits or instead of them', () => {
  const worth = { amount: { low: '0.6', high: '0.6' }, currency: 'USD' }
  expect(chipOf('exact, enough', { worth, show: 'both' }).textContent).toContain('60 credits ≈ $0.60')
  expect(chipOf('exact, enough', { worth, show: 'money' }).textContent).toContain('≈ $0.60340 left')
})

test('the panel of a run that the cap stops says what is left under it, and no balance after', () => {
  const said = (name: string) => {
    cleanup()
    return render(<Panel {...state(name)} locale={english} title="" />).container.querySelector('.balance')?.textContent
  }
  expect(said('cap binds')).toBe('40 left under your cap')
  expect(said('cap leaves less')).toMatch(/^100 now → 40 afterYour cap leaves less than the balance of 400Uses 40/)
})

test('every state prints the same total in chip and panel', () => {
  for (const s of states) {
    const { container } = render(<Panel {...s} locale={english} title="" />)
    expect(container.querySelector('.total')!.textContent, s.name).toBe(totalText(s.estimate, english))
  }
})

test.each([
  ['short', ['12 short', '48 now, 12 short']],
  ['cap binds', ['Your seat’s cap binds, not the balance of 400: 40 of 1,000 left, resets Thursday']],
  ['run limit', ['Runs: 0 of 50 left']],
  ['not permitted', ['Your role may not generate here']],
  [
    'exact, enough',
    [
      '5 s × 12 credits per second',
      '400 now → 340 after',
      'Uses 40 of your plan credits that expire',
      'then 20 of your top-up',
    ],
  ],
  ['unpriced', ['Resolution 4k is not offered here; offered: 480p, 720p, 1080p, and 1440p']],
  ['quote', ['Ask the vendor for a quote']],
  ['third-party copy', ['third-party copy']],
  ['stale balance', ['This balance was read 2 hr ago']],
  ['balance unknown', ['Your balance is not known']],
])('the panel of “%s” says %j', (name, texts) => {
  const { container } = render(<Panel {...state(name)} locale={english} title="" />)
  for (const text of texts) expect(container.textContent).toContain(text)
})

test('an unpriced panel shows no bill and no zero', () => {
  const { container } = render(<Panel {...state('quote')} locale={english} title="" />)
  expect(container.querySelector('.bill')).toBeNull()
  expect(container.textContent).not.toMatch(/\b0\b/)
})

const on = new Date(now)
function formOf(feature: string, request: object, onChange = vi.fn()) {
  const full = startingRequest(card, feature, request as never, on)
  const dimensions = presentDimensions(card, feature, full, on)
  return {
    onChange,
    full,
    ...render(
      <Form
        id="f"
        dimensions={dimensions}
        request={full}
        words={wordsOf(card, feature)}
        locale={english}
        List={ListField}
        onChange={onChange}
      />,
    ),
  }
}

test('the form has one control of the right kind for each dimension that exists', () => {
  const { getByRole, getAllByRole, queryByRole } = formOf('video', {})
  expect(getAllByRole('radio').map((radio) => radio.closest('label')!.textContent)).toEqual(['Gen-4.5', 'Gen-4 Turbo'])
  expect(getByRole('combobox', { name: 'Resolution' }).querySelectorAll('option')).toHaveLength(5)
  expect(getByRole('switch', { name: 'Sound' })).toBeTruthy()
  expect(getByRole('spinbutton', { name: 'Duration' })).toHaveProperty('value', '2')
  expect(getByRole('slider', { name: 'Duration' }).getAttribute('aria-valuetext')).toBe('2 s')
  expect(queryByRole('group', { name: 'voice' })).toBeNull()
})

test('a dimension that exists only under another appears with it', () => {
  expect(formOf('video', { audio: true }).getByRole('group', { name: 'Voice' })).toBeTruthy()
})

test('controls hand over the card’s own values', () => {
  const { getByRole, onChange } = formOf('video', {})
  getByRole('switch').click()
  getByRole('radio', { name: 'Gen-4 Turbo' }).click()
  const duration = getByRole('spinbutton', { name: 'Duration' }) as HTMLInputElement
  duration.value = '7'
  duration.dispatchEvent(new Event('input', { bubbles: true }))
  duration.value = ''
  duration.dispatchEvent(new Event('input', { bubbles: true }))
  expect(onChange.mock.calls).toEqual([
    ['audio', true],
    ['model', 'turbo'],
    ['duration', '7'],
    ['duration', undefined],
  ])
})

test('a list grows to its most and shrinks to its fewest', () => {
  const { getByRole, queryByRole, onChange } = formOf('stitch', { clips: ['4'] })
  expect(queryByRole('button', { name: 'Remove Clips' })).toBeNull()
  getByRole('button', { name: 'Add' }).click()
  expect(onChange.mock.calls).toEqual([['clips', ['4', '4']]])
  expect(
    formOf('stitch', { clips: ['1', '2', '3', '4', '5'] }).container.querySelectorAll('input[type=number]'),
  ).toHaveLength(5)
})

test('a wrong value is described and marked', () => {
  const full = startingRequest(card, 'video', { variants: '9' }, on)
  const dimensions = presentDimensions(card, 'video', full, on)
  const { getByRole } = render(
    <Form
      id="f"
      dimensions={dimensions}
      request={full}
      problems={{ variants: 'too many' }}
      words={wordsOf(card, 'video')}
      locale={english}
      List={ListField}
      onChange={vi.fn()}
    />,
  )
  const box = getByRole('spinbutton', { name: 'Variants' })
  expect(box.getAttribute('aria-invalid')).toBe('true')
  expect(box.getAttribute('aria-describedby')).toBe('f-variants-problem')
})

test('an account row says whose, how much, what binds and how old', () => {
  const { container } = render(
    <AccountRow title="Nord" account={account} spendable={{ left: '400' }} card={card} locale={english} now={now} />,
  )
  expect(container.textContent).toContain('Nord400 creditsteam Nord · Creator · Standard')
  expect(container.textContent).toContain('1 of 2 slots busy · resets Dec 3 · read 2 min ago')
})

test('an account without a balance says so, one with a problem shows that instead', () => {
  const unknown = render(<AccountRow title="Nord" account={account} locale={english} now={now} />)
  expect(unknown.container.textContent).toContain('balance not known')
  const rejected = render(<AccountRow title="Meshy" locale={english} now={now} problem="key rejected" />)
  expect(rejected.container.textContent).toBe('Meshy key rejected')
})

test('grants and limits are listed with what is left and until when', () => {
  const grants = render(<GrantList grants={account.grants!} currency="credits" locale={english} now={now} />)
  expect(grants.container.textContent).toBe('plan creditsexpires Tuesday40top-updoes not expire360')
  const limits = render(<LimitList account={account} locale={english} now={now} />)
  expect(limits.container.textContent).toMatch(/^Runs per day38 of 50 leftresets \w+At the same time1 of 2 left$/)
})

test('of a limit whose use nobody tells, only its most is said', () => {
  const limits = [{ kind: 'concurrent', max: '5', used: '0', untold: true }] as const
  const { container } = render(<LimitList account={{ ...account, limits: [...limits] }} locale={english} now={now} />)
  expect(container.textContent).toBe('At the same timeup to 5')
})

test('errors are alerts with a next step', () => {
  const press = vi.fn()
  const { getByRole } = render(<Notice kind="error" text="No card" action={{ label: 'Try again', onPress: press }} />)
  expect(getByRole('alert').textContent).toContain('No card')
  getByRole('button', { name: 'Try again' }).click()
  expect(press).toHaveBeenCalledOnce()
})

test('in the right-to-left pseudo-locale no English word is left bare', async () => {
  const rtl = await localeFor('qps-rtl')
  for (const s of states) {
    const { container } = render(
      <Panel {...s} locale={rtl} title="" words={{ dimension: () => '1', option: () => '1' }} />,
    )
    for (const own of container.querySelectorAll('.bill small, .bill .row > span:first-child')) own.remove()
    const bare = container.textContent!.replace(/\u202e\p{L}+\u202c/gu, '').replace(/Ask the vendor for a quote/, '')
    expect(bare, s.name).not.toMatch(/[a-z]{2,}/i)
  }
})
