import { english, type Locale, type Messages } from '../core/locales'
import { intlTag, languageFor, languages } from '../core/locales/languages'
import { browser } from './browser'
import { settingsInForce } from './policy'

const loads = new Map<string, Promise<Messages>>([['en', Promise.resolve(english.messages)]])

/** The language the user chose, else the browser's; its catalogue is read from the add-on's own files when first needed. */
export async function chosenLocale(): Promise<Locale> {
  const { language: chosen } = await settingsInForce()
  const tag = chosen === 'browser' ? browser.i18n.getUILanguage() : chosen
  const language = languageFor(tag)
  const { dir, intl } = languages[language]!
  const messages = await messagesOf(language).catch(() => undefined)
  return messages ? { language, dir, intl: intlTag(tag, language, intl), messages } : english
}

function messagesOf(language: string): Promise<Messages> {
  let loading = loads.get(language)
  if (!loading) {
    loads.set(language, (loading = read(language)))
    loading.catch(() => loads.delete(language))
  }
  return loading
}

async function read(language: string): Promise<Messages> {
  const reply = await fetch(browser.runtime.getURL(`/locales/${language}.json`))
  if (!reply.ok) throw new Error(`locales/${language}.json answered ${reply.status}`)
  return (await reply.json()) as Messages
}
