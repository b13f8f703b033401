import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtExtension } from '../e2e/built'

describe.each(['chrome-mv3', 'firefox-mv3'] as const)('the built %s', (name) => {
  const folder = builtExtension(name)
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'))

  test('asks for these permissions, and for no site at install', () => {
    // Chromium's side panel is a permission of its own; it is asked of nobody and warns of nothing.
    const beside = name === 'chrome-mv3' ? ['sidePanel'] : []
    expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'alarms', 'scripting', ...beside, 'storage'])
    expect(manifest.optional_permissions).toEqual(['notifications'])
    expect(manifest.optional_host_permissions).toEqual(['*://*/*'])
    expect(manifest.host_permissions ?? []).toEqual([])
    expect(manifest.content_scripts ?? []).toEqual([])
    expect(manifest.externally_connectable).toBeUndefined()
    expect(manifest.web_accessible_resources ?? []).toEqual([])
  })

  test('runs its own scripts only', () => {
    const policy: string = manifest.content_security_policy.extension_pages
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe|blob:/)
  })

  test('has a side panel, which does not open by itself', () => {
    if (name === 'chrome-mv3') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' })
    else expect(manifest.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false })
  })

  test('has a popup that waits for two scripts, however much our pages share', () => {
    const popup = readFileSync(`${folder}/popup.html`, 'utf8')
    const scripts = [...popup.matchAll(/(?:src|href)="(\/chunks\/[^"]+\.js)"/g)].map((found) => found[1]!)
    const asked = scripts.flatMap((path) => [
      path,
      ...[...readFileSync(folder + path, 'utf8').matchAll(/(?:from|import)"\.(\/[^"]+\.js)"/g)].map(
        (found) => `/chunks${found[1]}`,
      ),
    ])
    expect(scripts).toHaveLength(2)
    expect(new Set(asked)).toEqual(new Set(scripts))
  })

  test('has an icon in every size', () => {
    for (const size of [16, 32, 48, 96, 128]) expect(existsSync(`${folder}/${manifest.icons[size]}`)).toBe(true)
  })
})

test('the id is fixed in Chromium', () => {
  const { key } = JSON.parse(readFileSync(`${builtExtension('chrome-mv3')}/manifest.json`, 'utf8'))
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)
  expect([...digest].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('')).toBe(
    'geebamnfdnmcpgphfmffncfncmachgoa',
  )
})

test('the id is fixed in Firefox, which is told that nothing is collected', () => {
  const manifest = JSON.parse(readFileSync(`${builtExtension('firefox-mv3')}/manifest.json`, 'utf8'))
  const { gecko } = manifest.browser_specific_settings
  expect(gecko.id).toBe('forecost@forecost.dev')
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] })
})
