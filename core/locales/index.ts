import en from './en.json'

export { languageFor, languages } from './languages'
export { localeFor } from './load'

/** The whole catalogue; English is complete by definition, and the others are checked against it. */
export type Messages = typeof en

/** A language at work: its messages, the tag `Intl` is given, and the direction of its script. */
export type Locale = { language: string; intl: string; dir: 'ltr' | 'rtl'; messages: Messages }

export const english: Locale = { language: 'en', intl: 'en', dir: 'ltr', messages: en }
