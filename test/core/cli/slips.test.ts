import { expect, test } from 'vitest'
import { forecost } from './console'

const { written } = await forecost(['new', 'acme'])
const fresh = written['./acme.json']!
const flat = fresh.replace(/\s*\n\s*/g, ' ')

/** What a person writes instead, and what the check says of it. */
const slips: [says: string, from: string | RegExp, to: string, finds: string | RegExp][] = [
  [
    'a comma too few, where it is missing',
    '"acme",\n  "name"',
    '"acme"\n  "name"',
    ':3:21: error: not JSON: a comma is missing here',
  ],
  ['a comma too many in an object', '"1..2"', '"1..2",', 'not JSON: one comma too many before }'],
  ['a comma too many in a list', '"1080p"\n', '"1080p",\n', 'not JSON: one comma too many before ]'],
  ['a comment', '"format": 1,', '"format": 1, // ours', ':2:16: error: not JSON: it has no comments'],
  ['single quotes', '"format"', "'format'", 'not JSON: names and texts stand in double quotes'],
  ['typographic quotes', '"format"', '“format”', 'not JSON: names and texts stand in double quotes'],
  ['half a card', /"features"[^]*/, '', 'not JSON: the text ends before the card does'],
  ['an empty file', /[^]*/, '', 'not JSON: the file is empty'],
  ['a page that says 404', /[^]*/, '<!doctype html>', 'not JSON: this is a web page'],
  [
    'a key that is there twice, at the second',
    '"format": 1,',
    '"format": 1,\n  "format": 1,',
    ':3:3: error: format: "format" is there twice',
  ],
  ['a cell that is there twice', '"720p": "1"', '"720p": "3", "720p": "1"', /cells\.720p: "720p" is there twice/],
  [
    'a misspelt field once, not as a missing one too',
    '"checkedOn"',
    '"checkedon"',
    /^acme.json:6:3: error: checkedon: .*did you mean "checkedOn"\?.*\nacme.json: not a rate card: 1 error$/,
  ],
  ['a missing field, with what it is for', '"version": 1,', '', '"version" is missing: Grows with every change'],
  [
    'a misspelt kind of dimension',
    '"type": "choice"',
    '"type": "choise"',
    'found "choise"; allowed: choice, toggle, number, list; did you mean "choice"?',
  ],
  ['a number as text', '"version": 1', '"version": "1"', 'expected a number (found "1"): write 1, without quotes'],
  ['a text as a number', '"answer": "8"', '"answer": 8', 'expected text (found 8): write "8", in quotes'],
  ['a dash for what is not for sale', '"720p": "1"', '"720p": "-"', '(found "-"); null where it is not for sale'],
  ['an amount with its sign', '"720p": "1"', '"720p": "$1"', 'expected a decimal such as "12.5"'],
  ['an expression', '"meter": "images"', '"meter": "images * 2"', 'a product is a list such as ["duration", "2"]'],
  [
    'an unknown name, at its place',
    '"meter": "images"',
    '"meter": "imagse"',
    /^acme.json:39:11: error: features.image.charges\[0\].meter: "imagse" is neither .*did you mean "images"\?/m,
  ],
  [
    'a table by one name',
    /"by": \[\s*"resolution"\s*\]/,
    '"by": "resolution"',
    /^acme.json:41:13: error: features.image.charges\[0\].amount.by: expected a list/m,
  ],
  [
    'a table that is too deep',
    '"720p": "1"',
    '"720p": { "x": "1" }',
    /amount.cells.720p: cells go deeper than "by" at 720p/,
  ],
  [
    'limits the wrong way round',
    '"min": 1',
    '"min": 9',
    'features.image.dimensions.images: images has a min above its max',
  ],
  [
    'a unit that is none',
    '"min": 1',
    '"unit": "imagee", "min": 1',
    /note: .*the unit "imagee" is printed as it stands; did you mean "image"\?/,
  ],
  ['an hour of no zone', '"currency"', '"timeZone": "Europe/Pariss",\n  "currency"', 'did you mean "Europe/Paris"?'],
  [
    'a day in words',
    /"checkedOn": "[^"]*"/,
    '"checkedOn": "1 May 2026"',
    /checkedOn: a day such as 2026-08-07 \(found "1 May 2026"\) \[schema\]\nacme.json: not a rate card: 1 error$/,
  ],
  [
    'a label of no dimension',
    '"labels": {\n    "resolution"',
    '"labels": {\n    "resolutoin"',
    'no feature has a dimension "resolutoin"; did you mean "resolution"?',
  ],
  [
    'an example with another case, at the setting',
    '"resolution": "1080p"',
    '"resolution": "1080P"',
    /examples\[1\].request.resolution: .*is not on the rate card; offered: .*did you mean "1080p"\?/,
  ],
  [
    'an amount and rates',
    '"amount": {',
    '"rates": [{ "amount": "1" }], "amount": {',
    /"rates" does not go together with .*"amount"/,
  ],
  [
    'dimensions in a list',
    /"dimensions": \{[^]*?\},\s*"charges"/,
    '"dimensions": [],\n "charges"',
    'dimensions: expected an object (found [])',
  ],
  [
    'a money value without its source',
    '"currency"',
    '"money": { "amount": "1", "currency": "USD" },\n  "currency"',
    'money.source: "source" is missing',
  ],
  [
    'a bound in symbols',
    '"amount": {',
    '"when": { "images": "> 2" }, "amount": {',
    'images is a number, never "> 2"; bounds are written {"above": 5}',
  ],
  [
    'an option that is there twice',
    '"1080p"\n',
    '"1080p",\n "720p"\n',
    'dimensions.resolution.options[2]: "720p" is an option already',
  ],
  ['an empty list', /"charges": \[[^]*?\n      \]/, '"charges": []', 'charges: expected at least one (found [])'],
  [
    'a word for nothing',
    /"dimensions": \{[^]*?\},\s*"charges": \[[^]*?\n      \]/,
    '"dimensions": {}, "charges": [{ "name": "x", "amount": "free" }]',
    '"free" is neither a dimension nor a meter; there are none here',
  ],
  [
    'a charge without a name, and nothing else',
    /"charges": \[\s*\{\s*"name": "[^"]*",/,
    '"charges": [{',
    /charges\[0\].name: "name" is missing: What the line is called\. \[schema\]\nacme.json: not a rate card: 1 error$/,
  ],
  [
    'a field of another kind of dimension',
    '"type": "choice",',
    '"type": "toggle", "max": 2,',
    /"max" is not a field here; .*allowed: type, when, otherwise, label, open \[schema\]/,
  ],
  [
    'a quantity of an unknown kind',
    '"meter": "images"',
    '"meter": { "product": ["images", "2"] }',
    /meter.product: "product" is not a field here; allowed: .*sum.*\nacme.json: not a rate card: 1 error$/,
  ],
  [
    'a misspelt reason once, not as a missing amount too',
    /"amount": \{[^]*?\n          \}/,
    '"rates": [{ "notoffered": "gone" }]',
    /did you mean "notOffered"\?.*\nacme.json: not a rate card: 1 error$/,
  ],
  [
    'a cell of no option and none near, with the options',
    '"720p": "1"',
    '"small": "1"',
    '"small" is not an option of resolution; allowed: 720p, 1080p',
  ],
  ['a span with a hyphen', '"720p": "1"', '"720p": "1-2"', 'a range such as "12..20"'],
  ['an amount with a hyphen', /"amount": \{[^]*?\n          \}/, '"amount": "1-2"', 'a range such as "12..20"'],
]

test.each(slips)('check explains %s', async (_, from, to, finds) => {
  const text = fresh.replace(from, to)
  expect(text).not.toBe(fresh)
  const { out } = await forecost(['check', 'acme.json'], { 'acme.json': text })
  if (typeof finds === 'string') expect(out).toContain(finds)
  else expect(out).toMatch(finds)
})

test('quote says where a card is broken, and how', async () => {
  const { err, code } = await forecost(['quote', 'acme.json', 'image'], {
    'acme.json': flat.replace('"format": 1,', ''),
  })
  expect(err).toContain('acme.json:1:1: format: "format" is missing')
  expect(code).toBe(2)
})
