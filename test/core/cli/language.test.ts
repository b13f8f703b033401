import { expect, test } from 'vitest'
import { askedLanguage, languageOf } from '../../../core/cli/language'
import { shipped } from '../../../core/locales/languages'
import { forecost } from './console'

test.each<[string, Record<string, string>, string]>([
  ['LANG with a region and an encoding', { LANG: 'de_CH.UTF-8' }, 'de-CH'],
  ['LC_MESSAGES before LANG', { LANG: 'de_DE', LC_MESSAGES: 'fr_FR' }, 'fr-FR'],
  ['LC_ALL before both', { LANG: 'de_DE', LC_MESSAGES: 'fr_FR', LC_ALL: 'ja_JP' }, 'ja-JP'],
  ['an empty one as none', { LANG: 'pl_PL', LC_ALL: '' }, 'pl-PL'],
  ['a modifier left out', { LANG: 'it_IT@euro' }, 'it-IT'],
  ['C as English', { LANG: 'de_DE', LC_ALL: 'C.UTF-8' }, 'en'],
  ['POSIX as English', { LANG: 'POSIX' }, 'en'],
  ['nothing set as the system', {}, Intl.DateTimeFormat().resolvedOptions().locale],
])('the environment gives the language: %s', (_, env, tag) => expect(languageOf(env)).toBe(tag))

test.each<[string[], string | undefined]>([
  [['quote', 'x', '--lang', 'de'], 'de'],
  [['check', '--lang=pt-BR'], 'pt-BR'],
  [['check'], undefined],
])('%j asks for %s', (argv, tag) => expect(askedLanguage(argv)).toBe(tag))

const line = ['quote', 'runway', 'text-to-video', 'model=gen4_turbo', 'duration=5']

test('without --lang the environment’s language is spoken, with it its own', async () => {
  const [german, asked, both, unknown] = await Promise.all([
    forecost(line, {}, undefined, 'de-DE'),
    forecost([...line, '--lang', 'de-DE']),
    forecost([...line, '--lang', 'en'], {}, undefined, 'de-DE'),
    forecost(line, {}, undefined, 'tlh'),
  ])
  expect(german.out).toMatch(/^25 Credits/)
  expect(asked.out).toBe(german.out)
  expect(both.out).toMatch(/^25 credits/)
  expect(unknown.out).toBe(both.out)
})

test.each<[string, string[], RegExp]>([
  ['help', ['help'], /der Preis, bevor du auf Generieren drückst/],
  ['the help of a command', ['check', '--help'], /--strict +Warnungen zählen als Fehler/],
  ['a summary', ['check', 'suno'], /^suno: Fehler: 0, Warnungen: 0, Hinweise: 0; Beispiele, die stimmen: 1 von 1$/],
  ['no change', ['diff', 'suno', 'suno'], /^keine Änderung$/],
  ['the list', ['list'], /geprüft am 2026-11-21 +1 Funktion$/m],
])('German is spoken by %s', async (_, line, says) =>
  expect((await forecost([...line, '--lang', 'de'])).out).toMatch(says),
)

const misused = [
  ['nope'],
  ['quote', 'runwya', 'x'],
  ['quote', 'runway', 'x'],
  ['quote', 'runway', 'text-to-video', 'x'],
  ['quote', 'runway', 'text-to-video', 'x=1'],
  ['quote', 'runway', 'text-to-video', '--on', 'x'],
  ['quote', 'runway', 'text-to-video', '--x'],
  ['diff', 'runway'],
  ['check'],
  ['new', '1st'],
]
test.each(shipped())('in %s every misunderstanding is one filled sentence', async (language) => {
  const said = await Promise.all(misused.map((line) => forecost([...line, '--lang', language])))
  const english = await Promise.all(misused.map((line) => forecost(line)))
  said.forEach(({ err, code }, i) => {
    expect(err).toMatch(/^forecost: ./)
    expect(err).not.toMatch(/[{}]/)
    expect(err === english[i]!.err).toBe(language === 'en')
    expect(code).toBe(2)
  })
})
