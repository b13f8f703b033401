/** The catalogue as the builds ship it: every registered language, checked. */
import { createHash } from 'node:crypto'
import en from '../core/locales/en.json'
import type { Messages } from '../core/locales'
import { faultsOf } from '../core/locales/faults'
import { languages } from '../core/locales/languages'
import { messagesOf } from '../core/locales/load'

/** Every registered language but English, which is built in; throws, and so ends the build, where a key is missing or unknown. */
export async function translations(): Promise<[language: string, messages: Messages][]> {
  const others = Object.keys(languages).filter((language) => language !== 'en')
  const all = await Promise.all(others.map(async (name): Promise<[string, Messages]> => [name, await messagesOf(name)]))
  const faults = all.flatMap(([name, messages]) => faultsOf(name, messages, en))
  if (faults.length > 0) throw new Error(`The translations are not complete:\n${faults.join('\n')}`)
  return all
}

type Generated = { relativeDest: string; contents: string }

/** What the command line says is read by nobody in a browser. */
const inBrowsers = (messages: Messages): object => ({ ...messages, command: undefined })

/** The same for the English that is built in. */
export const withoutCommands = {
  name: 'without-commands',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('/core/locales/en.json') ? JSON.stringify(inBrowsers(JSON.parse(code) as Messages)) : undefined,
}

/** Files of the add-on: a catalogue per language, read when it is needed, and the manifest's own strings in every language. */
export async function localeFiles(): Promise<Generated[]> {
  const others = await translations()
  const named = [['en', en] as const, ...others.filter(([name]) => !name.startsWith('qps'))]
  return [
    ...others.map(([name, messages]) => ({
      relativeDest: `locales/${name}.json`,
      contents: JSON.stringify(inBrowsers(messages)),
    })),
    ...named.map(([name, { manifest }]) => ({
      relativeDest: `_locales/${name.replace('-', '_')}/messages.json`,
      contents: JSON.stringify({
        extension_name: { message: manifest.name },
        extension_description: { message: manifest.description },
        command_speak: { message: manifest.speak },
      }),
    })),
  ]
}

/** The groups of the catalogue that the widget and its parts speak. */
const SPOKEN = [
  'amount',
  'unit',
  'per',
  'reason',
  'surface',
  'line',
  'qualifier',
  'form',
  'widget',
  'table',
  'share',
  'standing',
  'answer',
  'plan',
] as const

/** Files of the widget: the groups that it speaks, per language, and the digest in their names. */
export async function spokenFiles(): Promise<{ digest: string; files: { name: string; contents: string }[] }> {
  const texts = (await translations()).map(([language, messages]) => {
    const spoken = Object.fromEntries(SPOKEN.map((group) => [group, messages[group]]))
    return { language, contents: JSON.stringify(spoken) }
  })
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 8)
  return { digest, files: texts.map(({ language, contents }) => ({ name: `${language}.${digest}.json`, contents })) }
}

/** Files of the embed builder, which no reader loads: its words in every language. */
export async function builderFiles(): Promise<{ name: string; contents: string }[]> {
  return (await translations()).map(([language, { builder, options }]) => ({
    name: `builder.${language}.json`,
    contents: JSON.stringify({ ...builder, draft: options.draft }),
  }))
}
