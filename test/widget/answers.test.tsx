import { cleanup, render } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { afford } from '../../core/afford'
import { changes } from '../../core/changes'
import { cheaper } from '../../core/cheaper'
import { estimate } from '../../core/estimate'
import { forecast } from '../../core/forecast'
import { keeper } from '../../core/keeper'
import { lanes } from '../../core/lanes'
import { answerLines } from '../../core/locales/answer-lines'
import { signedText } from '../../core/locales/answers'
import { english, localeFor } from '../../core/locales'
import { seeded } from '../../core/random'
import type { Request } from '../../core/rate-card'
import { spendPlan } from '../../core/spend-plan'
import { standing } from '../../core/standing'
import type { Account } from '../../core/account'
import {
  AffordList,
  AnswerLines,
  CheaperList,
  ForecastChart,
  KeeperLine,
  LaneList,
  SpendPlanList,
} from '../../widget/components/answers'
import { niceTop, pathOf, scaleOf } from '../../widget/components/answers/plot'
import { DAY, history, holder, plannedTasks, request, richCard } from './answer-states'
import { now } from './states'

afterEach(cleanup)
const on = new Date(now)
const subject = { card: richCard, feature: 'video', locale: english }
const texts = (container: Element, selector: string) =>
  [...container.querySelectorAll(selector)].map((e) => e.textContent)

describe('the lines under a price', () => {
  const lines = (account: Account, before?: Request) => {
    const quote = estimate(richCard, 'video', request, on)
    return answerLines({
      subject,
      stands: standing(quote, account, richCard, now),
      afford: afford({ card: richCard, feature: 'video', request, account, now }),
      cheaper: cheaper({ card: richCard, feature: 'video', request, on }),
      changed: before && changes(richCard, 'video', before, request, on),
      now,
    })
  }
  const poor: Account = { ...holder, grants: [{ id: 'p', kind: 'plan', amount: '40' }] }
  test('how many more, what is cheaper, what changed; the saving matters most', () =>
    expect(lines(holder, { ...request, duration: '3' }).map(({ text, matters }) => [text, matters])).toEqual([
      ['26 more like this', false],
      ['Cheaper: 5 s → 4 s, −12 (−20 %)', true],
      ['+24 since your last change: 3 s → 5 s', false],
    ]))
  test('a value that says nothing alone is told with its name', () =>
    expect(lines(holder, { ...request, variants: '2', audio: true }).at(-1)!.text).toBe(
      '−80 since your last change: Sound on → off and Variants 2 → 1',
    ))
  test('with 20 short, the change that would fit', () =>
    expect(lines(poor).map(({ text, matters }) => [text, matters])).toEqual([
      ['720p → 480p would fit (40 credits)', true],
    ]))
  test('a setting that was only read is no change', () =>
    expect(lines(holder, { ...request, duration: undefined }).some(({ is }) => is === 'changed')).toBe(false))
  test('the panel marks the one that matters', () => {
    const { container } = render(<AnswerLines lines={lines(holder)} />)
    expect(texts(container, '[data-matters]')).toEqual(['Cheaper: 5 s → 4 s, −12 (−20 %)'])
  })
  test('no lines, no list', () => expect(render(<AnswerLines lines={[]} />).container.innerHTML).toBe(''))
})

test.each([
  [{ low: '24', high: '24' }, '+24'],
  [{ low: '-24', high: '-24' }, '−24'],
  [{ low: '0', high: '0' }, '0'],
  [{ low: '12', high: '24' }, '+12–24'],
  [{ low: '-24', high: '-12' }, '−12–24'],
  [{ low: '-12', high: '24' }, '−12 … +24'],
])('a difference of %o is written %s', (range, text) => expect(signedText(range, 'credits', english)).toBe(text))

test('what can still be made, setting by setting', () => {
  const answer = afford({ card: richCard, feature: 'video', request, account: holder, now, locked: ['model'] })
  const { container } = render(<AffordList subject={subject} answer={answer} />)
  expect(texts(container, 'strong')).toEqual(['26 more like this'])
  expect(texts(container, 'dt')).toEqual(['Duration', 'Resolution', 'Sound', 'Variants'])
  expect(texts(container, 'dd')[0]).toBe('10 s: 13 runs9 s: 14 runs8 s: 16 runs')
})

test('the step that does not fit is named with what it would come to', () => {
  const account: Account = { ...holder, grants: [{ id: 'p', kind: 'plan', amount: '100' }] }
  const answer = afford({ card: richCard, feature: 'video', request, account, now })
  expect(render(<AffordList subject={subject} answer={answer} />).container.textContent).toContain(
    '9 s would come to 108 credits',
  )
})

test('cheaper settings with what they save and give up', () => {
  const { container } = render(
    <CheaperList subject={subject} answer={cheaper({ card: richCard, feature: 'video', request, on })} most={2} />,
  )
  expect(texts(container, 'li')).toEqual([
    'Gen-4.5 → Gen-4 Turbo and 5 s → 2 s10 credits−50 (−83 %)',
    '5 s → 2 s and 720p → 480p16 credits−44 (−73 %)',
  ])
})

test.each([
  [7, 20, 'about 180 credits', 'You kept 7 of 20'],
  [1, 3, 'about 180 credits', 'Assuming one in 3 is kept, until more of your runs are marked (3 so far)'],
  [0, 12, 'None of 12 marked runs was kept', ''],
])('%i kept of %i: %s', (kept, of, said, basis) => {
  const record = { judged: { n: of }, kept, ended: { n: of }, failed: 0 }
  const answer = keeper({
    total: { low: '60', high: '60' },
    wanted: 1,
    record,
    terms: { failures: 'free', freeRetries: 0 },
  })
  const { container } = render(<KeeperLine answer={answer} currency="credits" locale={english} />)
  expect(container.textContent).toContain(said)
  expect(container.textContent).toContain(basis)
})

test('paid now and relaxed side by side', () => {
  const quote = estimate(richCard, 'video', request, on)
  const told = lanes({ card: richCard, feature: 'video', request, estimate: quote, account: holder, now })
  expect(texts(render(<LaneList lanes={told} currency="credits" locale={english} />).container, 'li')).toEqual([
    'Now, for creditstakes about 1–2 min60 credits',
    'Relaxed, includedstarts in about 0–10 min · takes about 1–2 minfree',
  ])
})

describe('the forecast', () => {
  const answer = forecast({ entries: history(), account: holder, card: richCard, now, offset: 0, random: seeded(4) })
  test('says in words what the plot shows, and what it rests on', () => {
    const { container, getByRole } = render(
      <ForecastChart forecast={answer} past={[]} currency="credits" locale={english} now={now} />,
    )
    const alt = getByRole('img').getAttribute('aria-label')!
    expect(alt).toMatch(/^Balance from now on: 1,600 now; Lasts until about Dec \d+ \(Dec \d+–(Dec \d+|Jan \d+)\)$/)
    expect(container.textContent).toMatch(/About [\d.]+ credits a day \([\d.]+–[\d.]+\)/)
    expect(container.textContent).toMatch(/from \d+ charges, Oct \d+\s–\sNov \d+/)
    expect(container.textContent).toContain('385 of 625 credits used')
  })
  test('with thin charges there is no plot, and it says why', () => {
    const thin = forecast({
      entries: history().slice(0, 5),
      account: holder,
      card: richCard,
      now,
      offset: 0,
      random: seeded(4),
    })
    const { container } = render(
      <ForecastChart forecast={thin} past={[]} currency="credits" locale={english} now={now} />,
    )
    expect(container.querySelector('svg')).toBeNull()
    expect(container.textContent).toContain('Too few charges to forecast: 5 charges so far')
  })
})

describe('the spend plan', () => {
  const money = (tasks = plannedTasks) =>
    spendPlan(tasks, { [richCard.provider]: { card: richCard, account: holder } }, now)
  test('draws the line where money may end, before the task that may lack it, and says what to buy', () => {
    const { container } = render(<SpendPlanList plan={money()} name={({ id }) => id} locale={english} now={now} />)
    expect(texts(container, 'li')).toEqual([
      'a2 presses120 creditsLeft 1,480',
      'b1–3 presses120–360 creditsLeft 1,120–1,360',
      '625 come again Nov 30',
      'c8–16 presses768–1,536 creditsLeft 209–1,217',
      'The money may end here',
      'd3 presses360 creditsLeft 0–857',
    ])
    expect(texts(container, 'footer p')).toEqual([
      'All together 1,368–2,376 credits',
      'up to 151 short in all',
      'At most: 1 × 1,000 credits for $10.00',
    ])
  })
  test('is empty before anything is planned', () =>
    expect(
      render(<SpendPlanList plan={money([])} name={() => ''} locale={english} now={now} />).container.textContent,
    ).toBe('Nothing planned yet'))
})

test('a plot starts at nothing and ends at a round number above the most', () => {
  expect([0, 1, 7, 84, 1601, 25_000].map(niceTop)).toEqual([1, 1, 8, 100, 2000, 30_000])
  const scale = scaleOf(0, 10 * DAY, 1600)
  expect([scale.y(0), scale.y(2000), scale.x(0), scale.x(10 * DAY)]).toEqual([116, 8, 0, 320])
  expect(
    pathOf(
      [
        { at: 0, value: 2000 },
        { at: 10 * DAY, value: 0 },
      ],
      scale,
      true,
    ),
  ).toBe('M0 8H320V116')
})

test('everything is told in the language of the reader', async () => {
  const rtl = await localeFor('qps-rtl')
  const answer = cheaper({ card: richCard, feature: 'video', request, on })
  const { container } = render(<CheaperList subject={{ ...subject, locale: rtl }} answer={answer} />)
  expect(container.textContent).not.toMatch(/[a-z]{4} (credits|and)/)
})
