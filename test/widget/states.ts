import type { Account } from '../../core/account'
import { estimate } from '../../core/estimate'
import { wordsOf } from '../../core/labels'
import type { RateCard, Request } from '../../core/rate-card'
import { standing } from '../../core/standing'

/** A made-up vendor whose card has one control of every kind; its prices are nobody's. */
export const card: RateCard = {
  format: 1,
  provider: 'nord',
  name: 'Nord Studio',
  version: 1,
  checkedOn: '2026-10-02',
  currency: 'credits',
  money: { amount: '0.01', currency: 'USD', source: 'own' },
  sources: {
    own: { url: 'https://nord.example/prices', seenOn: '2026-10-02', grade: 'first-party' },
    copy: { url: 'https://copy.example/nord', seenOn: '2026-04-21', grade: 'third-party' },
  },
  labels: {
    duration: { label: 'Duration' },
    model: { label: 'Model', options: { gen4: ['Gen-4.5'], turbo: ['Gen-4 Turbo'] } },
  },
  plans: {
    standard: { name: 'Standard', grants: [{ kind: 'plan', amount: '625', every: 'month', expires: 'period-end' }] },
  },
  roles: { creator: { name: 'Creator', may: ['generate'] }, viewer: { name: 'Viewer', may: ['history'] } },
  features: {
    video: {
      name: 'Text to video',
      surface: 'app',
      source: 'own',
      dimensions: {
        model: { type: 'choice', options: ['gen4', 'turbo'] },
        duration: { type: 'number', unit: 's', min: 2, max: 10, step: 1 },
        resolution: { type: 'choice', options: ['480p', '720p', '1080p', '1440p', '4k'] },
        audio: { type: 'toggle', label: 'Sound' },
        voice: { type: 'choice', options: ['calm', 'bright'], when: { audio: true } },
        variants: { type: 'number', min: 1, max: 4, step: 1 },
      },
      charges: [
        {
          name: 'Video',
          meter: ['duration', 'variants'],
          amount: {
            by: ['model', 'resolution'],
            cells: { gen4: { '480p': '8', '720p': '12', '1080p': '20', '1440p': '30', '4k': null }, turbo: '5' },
          },
        },
        { name: 'Sound', when: { audio: true }, meter: 'variants', amount: '10' },
      ],
    },
    stitch: {
      name: 'Stitch clips',
      surface: 'app',
      source: 'copy',
      dimensions: {
        clips: { type: 'list', unit: 's', min: 1, max: 30, fewest: 1, most: 5 },
        hdr: { type: 'toggle', label: 'HDR' },
      },
      charges: [{ name: 'Clips', amount: { of: 'clips', per: 5, round: 'up' } }],
      total: { min: '4' },
    },
    custom: {
      name: 'Custom model',
      surface: 'app',
      source: 'own',
      dimensions: {},
      charges: [{ name: 'Training', rates: [{ unpriced: 'Ask the vendor for a quote' }] }],
    },
    speech: {
      name: 'Speech',
      surface: 'app',
      source: 'own',
      dimensions: { characters: { type: 'number', unit: 'characters' } },
      charges: [{ name: 'Speech', meter: 'characters', amount: '0.5' }],
    },
  },
  examples: [],
}
export const now = Date.parse('2026-11-21T12:00:00Z')
const hour = 3_600_000

export const account: Account = {
  provider: 'nord',
  id: 'a1',
  organisation: { id: 'o1', name: 'Nord' },
  role: { id: 'creator' },
  plan: 'standard',
  currency: 'credits',
  grants: [
    { id: 'g1', kind: 'plan', amount: '40', expires: now + 3 * 24 * hour },
    { id: 'g2', kind: 'top-up', amount: '360', expires: null },
  ],
  queue: { running: 1, slots: 2 },
  limits: [
    { kind: 'runs', window: 'day', max: '50', used: '12', resets: now + 9 * hour },
    { kind: 'concurrent', max: '2', used: '1' },
  ],
  resets: now + 12 * 24 * hour,
  readAt: now - 120_000,
  from: 'session',
}

const settings: Request = { model: 'gen4', duration: '5', resolution: '720p', audio: false, variants: '1' }
type Case = { name: string; feature?: string; request?: Request; account?: Account | null; on?: number }
const cases: Case[] = [
  { name: 'exact, enough' },
  { name: 'range: resolution unread', request: { ...settings, resolution: undefined } },
  { name: 'short', account: { ...account, grants: [{ id: 'g1', kind: 'plan', amount: '48' }] } },
  { name: 'cap leaves less', account: { ...account, cap: { max: '1000', used: '900' } } },
  { name: 'cap binds', account: { ...account, cap: { max: '1000', used: '960', resets: now + 5 * 24 * hour } } },
  {
    name: 'run limit',
    account: {
      ...account,
      limits: [{ kind: 'runs', window: 'day', max: '50', used: '50', over: 'refused', resets: now + 9 * hour }],
    },
  },
  { name: 'not permitted', account: { ...account, role: { id: 'viewer' } } },
  { name: 'unpriced', request: { ...settings, resolution: '4k' } },
  { name: 'rate only', feature: 'speech', request: {} },
  { name: 'quote', feature: 'custom', request: {} },
  { name: 'stale balance', account: { ...account, readAt: now - 2 * hour } },
  { name: 'low', account: { ...account, grants: [{ id: 'g1', kind: 'plan', amount: '70' }] } },
  { name: 'old prices', on: Date.parse('2027-03-01T12:00:00Z') },
  { name: 'third-party copy', feature: 'stitch', request: { clips: ['4', '12'], hdr: false } },
  { name: 'two lines', request: { ...settings, audio: true, voice: 'calm', variants: '2' } },
  { name: 'no account', account: null },
  { name: 'balance unknown', account: { ...account, grants: undefined, balance: null } },
  { name: 'everything unread', request: {} },
]

/** Every state a price can be in, worked out by the core itself. */
export const states = cases.map(({ name, feature = 'video', request = settings, account: who = account, on = now }) => {
  const priced = estimate(card, feature, request, new Date(on))
  const shifted = who && { ...who, readAt: who.readAt + on - now }
  return {
    name,
    feature,
    request,
    estimate: priced,
    words: wordsOf(card, feature),
    account: shifted ?? undefined,
    now: on,
    ...(shifted && { standing: standing(priced, shifted, card, on) }),
  }
})
