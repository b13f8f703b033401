import { expect, test } from 'vitest'
import { covers, patternOf, webOrigin } from '../../extension/origin'

test.each([
  ['https://example.com/a?b', 'https://example.com'],
  ['http://localhost:4300/create', 'http://localhost:4300'],
  ['about:srcdoc', undefined],
  ['moz-extension://1234/popup.html', undefined],
  ['data:text/html,hello', undefined],
  ['file:///etc/passwd', undefined],
  ['null', undefined],
])('the web origin of %s is %s', (address, origin) => expect(webOrigin(address)).toBe(origin))

test.each([
  ['https://example.com/*', 'https://example.com', true],
  ['https://example.com/*', 'http://example.com', false],
  ['https://example.com/*', 'https://example.com.evil.test', false],
  ['https://example.com/*', 'https://a.example.com', false],
  ['*://*.example.com/*', 'https://a.example.com', true],
  ['*://*.example.com/*', 'https://example.com', true],
  ['*://*.example.com/*', 'https://badexample.com', false],
  ['http://localhost/*', 'http://localhost:4300', true],
  ['*://*/*', 'https://example.com', true],
  ['<all_urls>', 'https://example.com', true],
  ['chrome://favicon/*', 'https://example.com', false],
])('%s covers %s: %s', (pattern, origin, expected) => expect(covers(pattern, origin)).toBe(expected))

test('a pattern names no port', () => expect(patternOf('http://localhost:4300')).toBe('http://localhost/*'))
