import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { findCommand } from '../e2e/browsers'
import { openDisplay } from '../e2e/display'

/** A WebKit under the W3C WebDriver protocol, which is a few requests: no package is needed for it. */
export type WebKit = {
  open: (url: string) => Promise<void>
  run: <T>(script: string) => Promise<T>
  close: () => Promise<void>
}

const PORT = 4700 + (process.pid % 200)

/** What is missing to try WebKit here; undefined where nothing is. */
export function webKitMissing(): string | undefined {
  if (!findCommand('WebKitWebDriver')) return 'WebKitWebDriver (Debian: webkit2gtk-driver)'
  if (!miniBrowser()) return 'MiniBrowser of webkit2gtk'
  return process.env.DISPLAY || findCommand('Xvfb') ? undefined : 'a display, or Xvfb'
}

/** Debian keeps it under the folder of the machine's architecture. */
function miniBrowser(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : []
  const places = folders.flatMap((folder) =>
    ['4.1', '4.0', '6.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`),
  )
  return places.find((place) => existsSync(place))
}

/** Starts a WebKit with an empty window. */
export async function startWebKit(): Promise<WebKit> {
  const display = await openDisplay()
  const env = { ...process.env, ...(display && { DISPLAY: display.name }) }
  const driver = spawn('WebKitWebDriver', [`--port=${PORT}`], { stdio: 'ignore', detached: true, env })
  await answering()
  const options = { binary: miniBrowser(), args: ['--automation'] }
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const at = `/session/${sessionId}`
  return {
    open: async (url) => void (await ask('POST', `${at}/url`, { url })),
    run: (script) => ask('POST', `${at}/execute/sync`, { script, args: [] }),
    close: async () => {
      await ask('DELETE', at)
      stop(driver)
      display?.close()
    },
  }
}

// Its whole group is ended: the driver leaves its browser behind.
function stop({ pid }: ChildProcess): void {
  if (pid) process.kill(-pid, 'SIGTERM')
}

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const reply = await fetch(`http://127.0.0.1:${PORT}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await reply.json()) as { value: T & { error?: string; message?: string } }
  if (!reply.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`)
  return value
}

async function answering(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    if (
      await fetch(`http://127.0.0.1:${PORT}/status`).then(
        (reply) => reply.ok,
        () => false,
      )
    )
      return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('WebKitWebDriver does not answer')
}
