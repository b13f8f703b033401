import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './browsers'

/** Where Chromium on Linux reads what its owner has set. */
const PLACE = '/etc/chromium'

/**
 * A Chromium whose owner has set a policy for the add-on, by the browser's own file. The file stands in a place of that browser alone
 * (a mount that no other process sees, and that ends with it). `untried`: why that cannot be had here.
 */
export type Managed = { command: string; forget: () => void } | { untried: string }

export function managedChromium(id: string, policy: object): Managed {
  const chromium = findChromium()
  if (!chromium) return { untried: 'no Chromium was found' }
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { untried: 'only root on Linux may set a policy' }
  if (!existsSync(PLACE)) return { untried: `there is no ${PLACE}` }
  const folder = mkdtempSync(join(tmpdir(), 'forecost-managed-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  const etc = join(folder, 'etc')
  mkdirSync(join(etc, 'policies', 'managed'), { recursive: true })
  const file = { '3rdparty': { extensions: { [id]: policy } } }
  writeFileSync(join(etc, 'policies', 'managed', 'forecost.json'), JSON.stringify(file))
  const within = (rest: string) => `mount --bind '${etc}' ${PLACE} && ${rest}`
  try {
    execFileSync('unshare', ['-m', 'sh', '-c', within('true')], { stdio: 'ignore' })
  } catch {
    forget()
    return { untried: 'this machine allows no mounts of a process’s own' }
  }
  const command = join(folder, 'chromium')
  writeFileSync(
    command,
    `#!/bin/sh\nexec unshare -m sh -c "${within('exec \\"\\$0\\" \\"\\$@\\"')}" '${chromium}' "$@"\n`,
    { mode: 0o755 },
  )
  return { command, forget }
}
