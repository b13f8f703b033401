import { signal } from '@preact/signals'
import { compareJobs } from '../../core/compare-offers'
import type { Planned } from '../../core/forecast'
import type { Entry, Whose } from '../../core/ledger'
import type { Locale } from '../../core/locales'
import type { AnswerSection } from '../../core/locales/answer-sections'
import { comparisonSection } from '../../core/locales/comparisons'
import { providers } from '../../core/rate-cards'
import type { RateCard, Request } from '../../core/rate-card'
import { providerCard } from '../background/provider-card'
import { addTask, plannedTasks, type NewTask } from '../plan/tasks'
import { plannedBy } from '../plan/planned'
import { load } from '../storage'
import { keepResult } from './keeping'
import { learnedFrom } from './learned'

export type Job = { card: RateCard; feature: string; request: Request }

/** What our own pages need for answers beyond the number: the ledgers of the accounts shown, comparisons asked for, the plan's length. */
export function createAnswers(locale: Locale) {
  const ledgers = signal<Map<string, readonly Entry[]>>(new Map())
  const comparisons = signal<Map<string, AnswerSection | 'asked'>>(new Map())
  const planned = signal(0)
  const full = signal(false)
  const plannedAt = signal<Map<string, Planned[]>>(new Map())

  async function read(whose: readonly Whose[], now: number) {
    const found = await Promise.all(whose.map(async (one) => [keyOf(one), await learnedFrom(one, now)] as const))
    ledgers.value = new Map(found)
    planned.value = (await load(plannedTasks)).tasks.length
    plannedAt.value = await plannedBy(now)
  }
  const entriesFor = (whose: Whose | undefined): readonly Entry[] => (whose && ledgers.value.get(keyOf(whose))) ?? []

  /** What the plan takes at a site, or by a provider's bundled card. */
  const plannedFor = (holder: string): readonly Planned[] => plannedAt.value.get(holder) ?? []

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
  return { locale, read, entriesFor, plannedFor, compare, comparisonOf, plan, planned, full, keep }
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

const keyOf = ({ provider, account, site }: Whose): string => JSON.stringify([provider, account, site])
const jobKey = ({ card, feature, request }: Job): string => JSON.stringify([card.provider, feature, request])
