import { builder, options } from '../../core/locales/en.json'
import { languageFor, languages } from '../../core/locales/languages'

/** What the builder says; `draft` marks a language that no native speaker has read. */
export type Words = typeof builder & { draft: string }

/** Of English; of another language its file says the same. */
export const english: Words = { ...builder, draft: options.draft }

/** The words in the author's language, and the page set to it; English where its file cannot be had. */
export async function speak(tag: string): Promise<Words> {
  const language = languageFor(tag)
  const page = document.documentElement
  if (language === 'en') return english
  try {
    const reply = await fetch(`languages/builder.${language}.json`)
    if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}`)
    const words = (await reply.json()) as Words
    Object.assign(page, { lang: languages[language]!.intl ?? language, dir: languages[language]!.dir })
    return words
  } catch (error) {
    console.warn(`no language ${tag}: ${String(error)}`)
    return english
  }
}
