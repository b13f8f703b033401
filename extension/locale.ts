import { localeFor, type Locale } from '../core/locales'
import { browser } from './browser'
import { settings } from './settings'
import { load } from './storage'

/** The language the user chose, else the browser's. */
export async function chosenLocale(): Promise<Locale> {
  const { language } = await load(settings)
  return localeFor(language === 'browser' ? browser.i18n.getUILanguage() : language)
}
