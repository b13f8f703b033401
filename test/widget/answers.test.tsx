import { cleanup, render } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { afford } from '../../core/afford'
import { affordPairs } from '../../core/afford-pairs'
import { answersTo } from '../../core/answers'
import { compareJobs } from '../../core/compare-offers'
import { moreAnswersTo } from '../../core/more-answers'
import {
  affordSection,
  answerSections,
  cheaperSection,
  keeperSection,
  laneSection,
  type AnswerSection,
} from '../../core/locales/answer-sections'
import { comparisonSection } from '../../core/locales/comparisons'
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
import { AnswerLines, AnswerSections, ForecastChart, SpendPlanList } from '../../widget/components/answers'
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
  test.each<[string, Partial<Account>, string[]]>([
    [
      'with 45 left under the cap, the change that would fit',
      { cap: { max: '500', used: '455' } },
      ['720p → 480p would fit (40 credits)'],
    ],
    ['with 5 left under it, nothing: no change fits', { cap: { max: '500', used: '495' } }, []],
    [
      'with all slots busy, nothing: a cheaper run is stopped, too',
      { limits: [{ kind: 'concurrent', max: 1, used: 1, over: 'refused' }] },
      [],
    ],
  ])('%s', (_, rest, said) => expect(lines({ ...holder, ...rest }).map(({ text }) => text)).toEqual(said))
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

/** What a section shows: each row with its small words and its figures, then its notes. */
const shown = (section: AnswerSection | undefined) => {
  const { container } = render(<AnswerSections sections={section ? [section] : []} />)
  return {
    rows: [...container.querySelectorAll('.row')].map((row) => [
      row.querySelector('dt')!.firstChild!.textContent,
      row.querySelector('small')?.textContent ?? '',
      texts(row, 'dd span').join(' | '),
    ]),
    lead: container.querySelector('strong')?.textContent,
    notes: texts(container, 'details > small'),
  }
}

describe('the answers behind one click', () => {
  const asked = { card: richCard, feature: 'video', request, account: holder, now }
  const kept = (n: number, of: number, dated = false) =>
    keeper({
      total: { low: '60', high: '60' },
      wanted: 1,
      record: {
        judged: { n: of, ...(dated && { from: now - 40 * DAY, to: now - DAY }) },
        kept: n,
        ended: { n: of },
        failed: 0,
        lost: 0,
      },
      terms: { failures: 'free', freeRetries: 0 },
    })

  test('what can still be made, setting by setting, and two settings together', () => {
    const answer = afford({ ...asked, locked: ['model'] })
    const pairs = affordPairs(asked, ['resolution', 'duration'], 20)!
    const { lead, rows } = shown(affordSection(subject, answer, [pairs]))
    expect(lead).toBe('26 more like this')
    expect(rows.map(([name]) => name)).toEqual(['Duration', 'Resolution', 'Sound', 'Variants', 'For 20 runs'])
    expect(rows[0]![2]).toBe('10 s: 13 runs | 9 s: 14 runs | 8 s: 16 runs')
    expect(rows[4]![2]).toMatch(/^\d+p with \d+ s/)
  })
  test('the step that does not fit is named with what it would come to', () => {
    const account: Account = { ...holder, grants: [{ id: 'p', kind: 'plan', amount: '100' }] }
    expect(shown(affordSection(subject, afford({ ...asked, account }))).rows[1]![1]).toBe(
      '9 s would come to 108 credits',
    )
  })
  test('cheaper settings with what they save and give up', () =>
    expect(shown(cheaperSection(subject, cheaper({ ...asked, on }))).rows.slice(0, 2)).toEqual([
      ['Gen-4.5 → Gen-4 Turbo and 5 s → 2 s', '10 credits', '−50 (−83 %)'],
      ['5 s → 2 s and 720p → 480p', '16 credits', '−44 (−73 %)'],
    ]))
  test.each([
    [7, 20, 'about 180 credits', 'You kept 7 of 20'],
    [1, 3, 'about 180 credits', 'Assuming one in 3 is kept, until more of your runs are marked (3 so far)'],
  ])('%i kept of %i: %s', (n, of, likely, basis) => {
    const { rows, notes } = shown(keeperSection(subject, [kept(n, of)], 'credits'))
    expect(rows[0]).toEqual(['Until one you keep', expect.stringContaining('nine times in ten'), likely])
    expect(notes[0]).toContain(basis)
  })
  test('a keep rate is told with the days it was learned on', () =>
    expect(shown(keeperSection(subject, [kept(7, 20, true)], 'credits')).notes[0]).toMatch(/likely\), \w+ \d+/))
  test('none kept: how many it takes is not known, the price is', () =>
    expect(shown(keeperSection(subject, [kept(0, 12)], 'credits'))).toMatchObject({
      lead: 'not known yet',
      notes: ['None of 12 marked runs was kept: no telling how many it takes'],
    }))
  test('paid now and relaxed side by side', () => {
    const quote = estimate(richCard, 'video', request, on)
    const told = lanes({ ...asked, estimate: quote })
    expect(shown(laneSection(subject, told, 'credits')).rows).toEqual([
      ['Now, for credits', 'takes about 1–2 min', '60 credits'],
      ['Relaxed, included', 'starts in about 0–10 min · takes about 1–2 min', 'free'],
    ])
  })
  test('the same job elsewhere: the price there, what differs, and who is not compared and why', () => {
    const there = { ...richCard, provider: 'there', name: 'There', features: { clip: { ...video, dimensions: fewer } } }
    const api = { ...richCard, provider: 'api', name: 'Api', features: { v: { ...video, surface: 'api' as const } } }
    const cards = [richCard, there, api]
    const told = compareJobs(cards, video.kind!, { ...request, duration: '9' }, on, 'app')
    const { rows, notes } = shown(comparisonSection(subject, told, cards, ''))
    expect(rows.find(([name]) => name!.startsWith('There'))![1]).toBe('8 s instead of 9 s')
    expect(notes).toContain('Not compared: Api (published for the API only)')
  })
  test('together they are the sections with something to say', () => {
    const card = { ...richCard, features: { ...richCard.features, video } }
    const answers = answersTo({ ...asked, card, surface: 'app' })!
    const more = moreAnswersTo({ ...asked, card, surface: 'app', allowed: answers.afford! })!
    expect(answerSections(subject, answers, more).map(({ is }) => is)).toEqual([
      'afford',
      'cheaper',
      'keeper',
      'lanes',
      'compare',
    ])
  })
})

const video = { ...richCard.features['video']!, kind: 'text-to-video' }
const fewer = {
  ...video.dimensions,
  duration: { type: 'choice' as const, unit: 's', options: ['4', '8'] },
}

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
      'a2 pressesUses 120 of your plan credits that expire Nov 30120 creditsLeft 1,480',
      'b1–3 pressesUses 120 of your plan credits that expire Nov 30, then 0–240 of your top-up120–360 creditsLeft 1,120–1,360',
      '625 come again Nov 30',
      'c8–16 pressesUses 625 of your plan credits that expire Dec 30, then 143–911 of your top-up768–1,536 creditsLeft 209–1,217',
      'The money may end here',
      'd3 pressesUses 209–360 of your top-up360 creditsLeft 0–857',
    ])
    expect(texts(container, 'footer p')).toEqual([
      'All together 1,368–2,376 credits',
      'up to 151 short in all',
      'At most: 1 × 1,000 credits for $10.00',
      expect.stringMatching(/^Needed by \w+ \d+$/),
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
  const section = cheaperSection({ ...subject, locale: rtl }, answer)!
  const { container } = render(<AnswerSections sections={[section]} />)
  expect(container.textContent).not.toMatch(/[a-z]{4} (credits|and)/)
})
