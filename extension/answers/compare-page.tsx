import * as z from '../../core/zod'
import { estimate } from '../../core/estimate'
import { featureName, wordsOf } from '../../core/labels'
import type { Locale } from '../../core/locales'
import type { AnswerSection } from '../../core/locales/answer-sections'
import { reasonTexts } from '../../core/locales/reasons'
import { settingsText } from '../../core/locales/settings'
import { qualifierText, totalText } from '../../core/locales/estimates'
import { Name } from '../../core/pricing'
import { Request } from '../../core/rate-card'
import { AnswerSections } from '../../widget/components/answers'
import { siteCard } from '../background/site-card'
import { Origin } from '../origin'
import { site } from '../site'
import { load } from '../storage'
import { comparedWith } from './state'

const Address = z.strictObject({ origin: Origin, feature: Name, request: Request })

type Compared = {
  asked?: { title: string; settings: string; total: string; qualifier: string; why: string[] }
  section?: AnswerSection
}

/** What the address of the page asks to compare; nothing where it asks for nothing that is known. */
export async function readComparison(hash: string, locale: Locale, on: Date): Promise<Compared> {
  const parsed = Address.safeParse(fromAddress(hash))
  if (!parsed.success) return {}
  const { origin, feature, request } = parsed.data
  const card = (await siteCard(origin, await load(site(origin))))?.card
  if (!card || !Object.hasOwn(card.features, feature)) return {}
  const subject = { card, feature, locale }
  const price = estimate(card, feature, request, on, 'app')
  return {
    asked: {
      title: `${card.name} · ${featureName(card, feature)}`,
      settings: settingsText(subject, request),
      total: totalText(price, locale),
      qualifier: qualifierText(price, locale),
      why: reasonTexts(price.reasons, wordsOf(card, feature), locale),
    },
    section: await comparedWith({ card, feature, request }, on, locale),
  }
}

function fromAddress(hash: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(hash.slice(1)))
  } catch {
    return undefined
  }
}

/** One job at every vendor that sells its kind: what it takes there, what differs, and who is not compared and why. */
export function ComparePage({ asked, section, locale }: Compared & { locale: Locale }) {
  const { answer } = locale.messages
  return (
    <main class="compare">
      <h1>
        <img src="/icon/48.png" width="28" height="28" alt="" /> {answer.compareAll}
      </h1>
      {asked ? (
        <p class="row asked">
          <span>
            <b>{asked.title}</b>
            <small class="quiet">{asked.settings}</small>
            {asked.why.map((text) => (
              <small key={text}>{text}</small>
            ))}
          </span>
          <span>
            <strong>{asked.total}</strong> <small class="quiet">{asked.qualifier}</small>
          </span>
        </p>
      ) : (
        <p class="quiet">{answer.none}</p>
      )}
      {section && <AnswerSections sections={[section]} open />}
    </main>
  )
}

export const comparePageStyle = `
.compare { max-inline-size: 720px; margin-inline: auto; padding: 32px 20px 72px; display: grid; gap: 16px; }
.compare h1 { display: flex; align-items: center; gap: 10px; font-size: 1.5em; }
.asked { padding: 12px 16px; border: 1px solid var(--accent); border-radius: var(--radius); }
.asked small { display: block; }
.compare .section dl { gap: 10px; }
.compare .section .row + .row { border-block-start: 1px solid var(--line); padding-block-start: 8px; }
.compare .section > summary { display: none; }
.compare .section dl, .compare .section > small { padding-inline-start: 0; }
`
