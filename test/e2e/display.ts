import { spawn } from 'node:child_process'
import { findCommand } from './browsers'

export type Display = { name: string; close(): void }

/**
 * A display of our own for one browser: windows of other tests cannot take its focus.
 * Undefined where there is no Xvfb (then the caller says what it cannot do).
 */
export async function openDisplay(): Promise<Display | undefined> {
  const xvfb = findCommand('Xvfb')
  if (!xvfb) return undefined
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3]!.once('data', (said: Buffer) => resolve(said.toString().trim()))
  })
  return { name: `:${number}`, close: () => void server.kill() }
}
