import { expect, test } from 'vitest'
import { signedText } from '../../../core/locales/answers'
import { amountText, bareText, isMoney } from '../../../core/locales/format'
import { english, localeFor } from '../../../core/locales'
import { languages } from '../../../core/locales/languages'

const range = (low: string, high: string) => ({ low, high })

test.each<[string, string, string, string]>([
  ['60', 'credits', '60 credits', '60 cr'],
  ['1', 'credits', '1 credit', '1 cr'],
  ['0', 'credits', '0 credits', '0 cr'],
  ['1234.5', 'credits', '1,234.5 credits', '1,234.5 cr'],
  ['2.110', 'credits', '2.11 credits', '2.11 cr'],
  ['12', 'compute units', '12 compute units', '12 compute units'],
  ['0.6', 'USD', '$0.60', '$0.60'],
  ['9', 'EUR', '€9.00', '€9.00'],
  ['120', 'JPY', '¥120', '¥120'],
  ['0.0915', 'USD', '$0.0915', '$0.0915'],
  ['0.00015', 'USD', '$0.00015', '$0.00015'],
  ['0', 'USD', '$0.00', '$0.00'],
  ['0.0000152671', 'USD', '≈ $0.0000153', '≈ $0.0000153'],
  ['1.6662789', 'USD', '≈ $1.67', '≈ $1.67'],
  ['0.123456', 'USD', '≈ $0.123', '≈ $0.123'],
  ['1.6662789', 'credits', '≈ 1.666279 credits', '≈ 1.666279 cr'],
])('%s of %s reads %s, in short %s', (amount, unit, full, short) => {
  expect(amountText(amount, unit, english)).toBe(full)
  expect(amountText(amount, unit, english, 'short')).toBe(short)
})

test.each<[string, string, string, string]>([
  ['48', '60', 'credits', '48–60 credits'],
  ['60', '60', 'credits', '60 credits'],
  ['60', '60.0', 'credits', '60 credits'],
  ['0', '1', 'credits', '0–1 credits'],
  ['0.48', '0.6', 'USD', '$0.48 – $0.60'],
  ['0.00015', '0.6', 'USD', '$0.00015 – $0.60'],
  ['1.002931072', '6.97080384', 'USD', '≈ $1.00 – $6.97'],
])('%s to %s of %s reads %s', (low, high, unit, text) => {
  expect(amountText(range(low, high), unit, english)).toBe(text)
})

test('an amount of more digits than a floating-point number holds is written digit by digit', () => {
  expect(amountText('9007199254740993', 'credits', english)).toBe('9,007,199,254,740,993 credits')
  expect(amountText('900719925474099312.25', 'USD', english)).toBe('$900,719,925,474,099,312.25')
  expect(bareText('0.1', 'credits', english)).toBe('0.1')
})

test('beside its unit an amount keeps only the number, money keeps its sign', () => {
  expect(bareText('340', 'credits', english)).toBe('340')
  expect(bareText('3.4', 'USD', english)).toBe('$3.40')
  expect(bareText(range('280', '340'), 'credits', english)).toBe('280–340')
})

test('the numbers follow the reader: German groups with points and puts the currency last', async () => {
  const german = { ...english, intl: 'de-DE' }
  expect(amountText('1234.5', 'credits', german)).toBe('1.234,5 credits')
  expect(amountText('1234.5', 'USD', german)).toBe('1.234,50\u00a0$')
})

test('the right-to-left pseudo-locale keeps numbers and money, and overrides the words', async () => {
  const rtl = await localeFor('qps-rtl')
  expect(rtl.dir).toBe('rtl')
  expect(amountText('60', 'credits', rtl)).toBe('60 \u202ecredits\u202c')
  expect(amountText('0.6', 'USD', rtl)).toContain('0.60')
})

test('three capitals are a currency, everything else a vendor’s own unit', () => {
  expect(['USD', 'EUR', 'credits', 'Usd', 'tokens'].map(isMoney)).toEqual([true, true, false, false, false])
})

test.each<[string, string, string, string]>([
  ['en', '-60', 'credits', '−60 credits'],
  ['en', '-0.6', 'USD', '−$0.60'],
  ['de', '-1234.5', 'credits', '−1.234,5 Credits'],
  ['de', '-0.6', 'USD', '−0,60\u00a0$'],
  ['fr', '-60', 'credits', '−60 crédits'],
  ['ja', '-0.6', 'USD', '−$0.60'],
  ['ar', '-60', 'credits', '\u200e−60 نقطة'],
])('%s: %s of %s is below 0 with a true minus: %s', async (language, amount, unit, text) => {
  expect(amountText(amount, unit, await localeFor(language))).toBe(text)
})

test.each(Object.keys(languages))(
  '%s: no sign is a hyphen, and no hyphen between two ends a sign',
  async (language) => {
    const locale = await localeFor(language)
    const signs = (low: string, high: string, unit = 'credits') =>
      bareText(range(low, high), unit, locale).match(/−/g)?.length ?? 0
    expect(bareText('-5', 'credits', locale)).not.toContain('-')
    expect(signs('-5', '-5')).toBe(1)
    expect(signs('-5', '3')).toBe(1)
    // One sign for both would say "−5 to 3".
    for (const unit of ['credits', 'USD', 'KWD']) expect(signs('-5', '-3', unit)).toBe(2)
    expect(signs('3', '5')).toBe(0)
  },
)

test.each(Object.keys(languages))('%s: a balance below 0 and a difference are written alike', async (language) => {
  const locale = await localeFor(language)
  for (const unit of ['credits', 'USD'])
    expect(signedText(range('-5', '-5'), unit, locale)).toBe(bareText('-5', unit, locale))
})
