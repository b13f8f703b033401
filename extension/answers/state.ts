import { signal } from '@preact/signals'
import type { Account } from '../../core/account'
import { compareJobs } from '../../core/compare-offers'
import type { Planned } from '../../core/forecast'
import type { Entry, Whose } from '../../core/ledger'
import type { Locale } from '../../core/locales'
import type { AnswerSection } from '../../core/locales/answer-sections'
import { comparisonSection } from '../../core/locales/comparisons'
import { providers } from '../../core/rate-cards'
import type { RateCard, Request } from '../../core/rate-card'
import { providerCard } from '../background/provider-card'
import { siteOf } from '../background/whose'
import { whoseIs } from '../ledger/read'
import { addTask, plannedTasks, type NewTask } from '../plan/tasks'
import { plannedBy } from '../plan/planned'
import { load } from '../storage'
import { keepResult } from './keeping'
import { learnedFrom } from './learned'

export type Job = { card: RateCard; feature: string; request: Request }

const nothing: never[] = []

/** An account that is shown; `origin`: the site it is of, `card`: what prices it there. */
export type Owned = { account: Account; origin?: string; card?: RateCard }

/** What our own pages need for answers beyond the number: the ledgers of the accounts shown, comparisons asked for, the plan's length. */
export function createAnswers(locale: Locale) {
  const ledgers = signal<Map<string, readonly Entry[]>>(new Map())
  const comparisons = signal<Map<string, AnswerSection | 'asked'>>(new Map())
  const planned = signal(0)
  const full = signal(false)
  const cards = signal<Map<string, RateCard | undefined>>(new Map())
  const plannedAt = signal<Map<string, Planned[]>>(new Map())

  async function read(accounts: readonly Owned[], now: number) {
    const found = await Promise.all(
      accounts.map(async (one) => [keyOf(whoseHere(one)), await learnedFrom(whoseHere(one), now)] as const),
    )
    const providers = new Set(accounts.map(({ account }) => account.provider))
    const shipped = await Promise.all([...providers].map(async (name) => [name, await providerCard(name)] as const))
    ledgers.value = new Map(found)
    cards.value = new Map(shipped)
    planned.value = (await load(plannedTasks)).tasks.length
    plannedAt.value = await plannedBy(now)
  }
  const entriesFor = (whose: Whose | undefined): readonly Entry[] =>
    (whose && ledgers.value.get(keyOf(whose))) ?? nothing

  /** What a forecast of an account is made of: its ledger, its card (the site's, else the provider's), and what the plan will take. */
  const futureOf = ({ account, origin, card }: Owned) => ({
    account,
    card: card ?? cards.value.get(account.provider),
    entries: entriesFor(whoseHere({ account, ...(origin !== undefined && { origin }) })),
    planned: plannedAt.value.get(origin ?? account.provider) ?? nothing,
  })

  /** The same job at every vendor with a card, the page's own among them. */
  async function compare(job: Job, on: Date) {
    const key = jobKey(job)
    comparisons.value = new Map(comparisons.value).set(key, 'asked')
    const section = await comparedWith(job, on, locale)
    comparisons.value = new Map(comparisons.peek()).set(key, section)
  }
  const comparisonOf = (job: Job) => comparisons.value.get(jobKey(job))

  async function plan(task: NewTask) {
    const { added, tasks } = await addTask(task, crypto.randomUUID())
    planned.value = tasks
    full.value = !added
  }
  async function keep(whose: Whose, run: string, kept: boolean, now: number) {
    await keepResult(whose, run, kept, now)
    const entries = await learnedFrom(whose, now)
    ledgers.value = new Map(ledgers.peek()).set(keyOf(whose), entries)
  }
  return { locale, read, entriesFor, futureOf, compare, comparisonOf, plan, planned, full, keep }
}
export type AnswersState = ReturnType<typeof createAnswers>

/** The same job at every vendor with a card, each as it is in force, as a section. */
export async function comparedWith(job: Job, on: Date, locale: Locale): Promise<AnswerSection> {
  const others = providers.filter((provider) => provider !== job.card.provider)
  const provided = await Promise.all(others.map(providerCard))
  const cards = [job.card, ...provided.filter((card) => card !== undefined)]
  const { kind } = job.card.features[job.feature] ?? {}
  const told = kind ? compareJobs(cards, kind, job.request, on, 'app') : { offers: [], uncompared: [] }
  const subject = { card: job.card, feature: job.feature, locale }
  return comparisonSection(subject, told, cards, locale.messages.answer.compareAll)
}

const whoseHere = ({ account, origin }: Owned): Whose =>
  whoseIs(account, origin === undefined ? undefined : siteOf(account, origin))
const keyOf = ({ provider, account, site }: Whose): string => JSON.stringify([provider, account, site])
const jobKey = ({ card, feature, request }: Job): string => JSON.stringify([card.provider, feature, request])
