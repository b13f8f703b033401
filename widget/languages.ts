import { amount, unit, per, reason, line, qualifier, form, widget } from '../core/locales/en.json'
import type { Locale, Messages } from '../core/locales'

/** The groups of the catalogue that the widget speaks; the rest stays out of a reader's download. */
const english = {
  amount,
  unit,
  per,
  reason,
  line,
  qualifier,
  form,
  widget,
} as unknown as Messages

type Known = { dir: 'ltr' | 'rtl'; messages: Messages; intl?: string }
const known = new Map<string, Known>([['en', { dir: 'ltr', messages: english }]])

/** Teaches every calculator of the page a language: messages as in core/locales, and the direction of its script. */
export function addLanguage(language: string, dir: 'ltr' | 'rtl', messages: Messages, intl?: string): void {
  known.set(language, { dir, messages, ...(intl && { intl }) })
}

/** The locale for a tag such as "de-CH": its language where it is known, else English. Numbers follow the region. */
export function localeOf(tag: string): Locale {
  const primary = tag.split('-')[0]!.toLowerCase()
  const language = [tag, primary].find((name) => known.has(name)) ?? 'en'
  const { dir, messages, intl } = known.get(language)!
  return { language, dir, messages, intl: intl ?? (primary === language ? canonical(tag) : language) }
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!
  } catch {
    return 'en'
  }
}
