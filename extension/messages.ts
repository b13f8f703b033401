import * as z from '../core/zod'
import { Instant, type Account } from '../core/account'
import type { Locale } from '../core/locales'
import type { AnswerSection } from '../core/locales/answer-sections'
import { Request, type RateCard } from '../core/rate-card'
import { Name, Num, Text } from '../core/pricing'
import { Path, type Chosen } from './chosen'
import { Ids } from './linked'
import type { RulesView } from './background/rules'
import type { CardFrom } from './background/site-card'
import type { LastRun } from './answers/more'
import { Keys } from './backup/key-shapes'
import { Origin } from './origin'
import { partNames } from './overlay/parts'
import type { Problem } from './problem'
import { SiteFile } from './sites/site-file'
import { Above, Corner, type Guard } from './settings'

/** How this run stands, for the icon. */
export const StateWord = z.enum(['exact', 'range', 'unpriced', 'low', 'short', 'limit', 'not-permitted', 'stale'])
export type StateWord = z.infer<typeof StateWord>

/**
 * The user started a run: keep it, then read the account until it moves, a few times at most. Answered once it is kept; until
 * then it is told again, under the same name.
 */
export const Pressed = z.strictObject({
  kind: z.literal('pressed'),
  run: z.string().check(z.regex(/^\d{1,10}(-\d{1,10}){3}$/)),
  at: Instant,
  feature: Name,
  request: Request,
  /** What the page itself said the run takes, where that is not what the card says. */
  quoted: z.optional(Num),
})
export type Pressed = z.infer<typeof Pressed>

/** What an overlay may say to the background. Its site is never in the message: it is the sender's own origin. */
export const FromOverlay = z.discriminatedUnion('kind', [
  /** A page was opened, or is in front again: read what it may know, and answer with it. `card`: its `<link rel="rate-card">`. */
  z.strictObject({ kind: z.literal('open'), card: z.optional(z.string().check(z.maxLength(2000))) }),
  /** Answer with what is kept. */
  z.strictObject({ kind: z.literal('view') }),
  /** The page shows another balance: read the account again. */
  z.strictObject({ kind: z.literal('look') }),
  /** The pointer is on the button. Asks for nothing: a background that is awake keeps a press sooner than one that has yet to start. */
  z.strictObject({ kind: z.literal('soon') }),
  Pressed,
  /** Asks what else can be made, what would be cheaper and what the last change did, as lines to show. */
  z.strictObject({ kind: z.literal('answers'), feature: Name, request: Request, before: z.optional(Request) }),
  /** Put a part of the overlay into this page. */
  z.strictObject({ kind: z.literal('bring'), part: z.enum(partNames) }),
  /** The user, asked by the guard, wants to be asked about dearer runs only. */
  z.strictObject({ kind: z.literal('ask-only-above'), above: Above }),
  /** Asks for what is behind one click of the panel. Answered with a `MoreView`. */
  z.strictObject({ kind: z.literal('more'), feature: Name, request: Request }),
  /** The user says whether the result of a run is kept. */
  z.strictObject({ kind: z.literal('keep'), run: z.string().check(z.maxLength(300)), kept: z.boolean() }),
  /** The user puts these settings into the spend plan. Answered with an `Added`. */
  z.strictObject({ kind: z.literal('plan'), feature: Name, request: Request }),
  /** The user wants to see one of our pages, about these settings. */
  z.strictObject({
    kind: z.literal('show'),
    page: z.enum(['plan', 'compare']),
    about: z.optional(z.strictObject({ feature: Name, request: Request })),
  }),
  /** The user wants to point at what is not read on this page. */
  z.strictObject({ kind: z.literal('point') }),
  /** The user moved the chips of this site to a corner, or back beside their buttons; and switches Forecost off here. */
  z.strictObject({ kind: z.literal('corner'), corner: z.optional(Corner) }),
  z.strictObject({ kind: z.literal('off') }),
  /** How this site's pages are to be read; what may be on a page whose prices nobody knows; a card, to point at its settings. */
  z.strictObject({ kind: z.literal('reading') }),
  z.strictObject({ kind: z.literal('outlines') }),
  z.strictObject({ kind: z.literal('providers') }),
  z.strictObject({ kind: z.literal('provider-card'), provider: Name }),
  /** What the user pointed at here; none: it is taken away again. */
  z.strictObject({ kind: z.literal('keep-file'), file: z.optional(SiteFile) }),
  z.strictObject({ kind: z.literal('state'), state: z.optional(StateWord) }),
  /** The digits in the balance that the page itself shows, and nothing else of its words; the page's language says what a comma means. */
  z.strictObject({
    kind: z.literal('shown'),
    number: z.string().check(z.maxLength(60), z.regex(/^(?:[-\d.,'’\s%]|(?<=\d\s?)[KMB])*$/i)),
    language: z.string().check(z.maxLength(40)),
  }),
])
export type FromOverlay = z.infer<typeof FromOverlay>

const Key = z.string().check(z.minLength(1), z.maxLength(4000), z.regex(/^[^\p{C}\s]+$/u))
const Id = z.string().check(z.minLength(1), z.maxLength(80))
const key = { key: Key, secret: z.optional(Key), ids: z.optional(Ids) }

/** What our own pages may say to the background. */
export const FromOurPages = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refresh'), origin: z.optional(Origin) }),
  z.strictObject({ kind: z.literal('forget-everything') }),
  /** Look at the page of a tab; the user chose what it sells, or wants to point at it. */
  z.strictObject({ kind: z.literal('detect'), tabId: z.int() }),
  z.strictObject({ kind: z.literal('point'), tabId: z.int() }),
  z.strictObject({
    kind: z.literal('choose'),
    tabId: z.int(),
    origin: Origin,
    path: Path,
    provider: Name,
    feature: Name,
  }),
  /** What is kept about how a site's pages are read, put in or taken away. */
  z.strictObject({ kind: z.literal('keep-site-file'), origin: Origin, file: z.optional(SiteFile) }),
  /** The user allowed a site for the overlay. */
  z.strictObject({ kind: z.literal('turned-on'), origin: Origin }),
  /** A key goes in and never comes back: no answer to any message holds one. */
  z.strictObject({ kind: z.literal('link-key'), provider: Name, label: z.optional(Text), ...key }),
  z.strictObject({ kind: z.literal('relink'), id: Id, ...key }),
  z.strictObject({ kind: z.literal('link-page'), origin: Origin, label: z.optional(Text) }),
  z.strictObject({
    kind: z.literal('link-hand'),
    id: z.optional(Id),
    provider: Name,
    tool: z.optional(Text),
    origin: z.optional(Origin),
    label: z.optional(Text),
    currency: Text,
    balance: z.string().check(z.regex(/^\d{1,30}(\.\d{1,18})?$/)),
    plan: z.optional(Name),
    resets: z.optional(Instant),
    asOf: Instant,
  }),
  z.strictObject({ kind: z.literal('read-linked'), id: Id }),
  /** An alert was read in the popup. */
  z.strictObject({ kind: z.literal('alert-seen'), id: z.string().check(z.maxLength(600)) }),
  z.strictObject({ kind: z.literal('rename'), id: Id, label: z.optional(Text) }),
  z.strictObject({ kind: z.literal('unlink'), id: Id }),
  z.strictObject({ kind: z.literal('link-again'), id: Id }),
  /** Ask the update channel now. */
  z.strictObject({ kind: z.literal('check-channel') }),
  /** The one message whose answer holds keys: the user wants them in a backup, and has said so. */
  z.strictObject({ kind: z.literal('keys-for-backup'), asked: z.literal(true) }),
  z.strictObject({ kind: z.literal('keep-keys'), keys: Keys }),
])
export type FromOurPages = z.infer<typeof FromOurPages>

/** Which of our own pages may say what, by the name of their file. */
export const senders: { [kind in FromOurPages['kind']]: readonly string[] } = {
  refresh: ['popup', 'options', 'sidepanel'],
  'check-channel': ['options'],
  'keys-for-backup': ['options'],
  'keep-keys': ['options'],
  'forget-everything': ['options'],
  detect: ['popup', 'sidepanel'],
  point: ['popup', 'sidepanel'],
  choose: ['popup', 'sidepanel'],
  'keep-site-file': ['options'],
  'turned-on': ['popup', 'options', 'welcome', 'sidepanel'],
  'link-key': ['options'],
  relink: ['options'],
  'link-page': ['options'],
  'link-hand': ['options'],
  'alert-seen': ['popup', 'sidepanel'],
  'read-linked': ['popup', 'options', 'sidepanel'],
  rename: ['options'],
  unlink: ['options'],
  'link-again': ['options'],
}

/** What an overlay is told. `changed` carries nothing: the overlay asks again, and gets what its own site may see. */
export type ToOverlay = { kind: 'changed' } | { kind: 'forms' } | { kind: 'say' }

/** What an overlay knows about its own site. */
export type SiteView =
  | { on: false }
  | {
      on: true
      card?: RateCard
      /** Who states its prices: the page itself, or the provider whose card we hold. */
      cardFrom?: CardFrom
      /** What the organisation allows here. */
      rules?: RulesView
      cardReadAt?: number
      cardProblem?: Problem
      account?: Account
      accountProblem?: Problem
      /** A reading is still under way: what is shown is older than the page. */
      accountPending?: true
      locale: Locale
      /** When to ask before a press; `locked`: not for the user to change. */
      guard?: Guard & { locked?: true }
      /** Where the user has moved the chips of this site. */
      corner?: z.infer<typeof Corner>
    }

/** What is behind one click of a panel, in words; `planned`: how many tasks the spend plan holds. */
export type MoreView = { sections: readonly AnswerSection[]; last?: LastRun; planned: number }

/** What came of looking at a page: a form bound, several things the page may be, or nothing known. */
export const Detection = z.strictObject({
  bound: z.boolean(),
  likely: z
    .array(
      z.strictObject({
        provider: Name,
        feature: Name,
        name: z.string().check(z.maxLength(300)),
        matched: z.int(),
        of: z.int(),
        sure: z.boolean(),
      }),
    )
    .check(z.maxLength(10)),
  /** More controls than can be told apart: nothing was read. */
  tooMany: z.optional(z.boolean()),
  origin: Origin,
  path: Path,
})
export type Detection = z.infer<typeof Detection>

/** How the pages of a site are to be read. */
export type ReadingView = Pick<Chosen, 'pages'> & { pointed?: SiteFile; files: SiteFile[] }

/** The forms on a page and what they ask for now, as an overlay tells the popup. */
export const Forms = z
  .array(z.strictObject({ feature: Name, request: Request, unread: z.array(Name), of: z.int() }))
  .check(z.maxLength(50))
export type Forms = z.infer<typeof Forms>
