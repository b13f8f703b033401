import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'

const file = new URL('../rate-card.json', import.meta.url)

/** The studio's rate card at its well-known address, as published, with an ETag. */
export function card(app: Hono): void {
  app.get('/.well-known/rate-card.json', (c) => {
    const text = read()
    if (text === null) return c.json({ code: 'no_card', message: 'No rate card is published yet.' }, 404)
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    c.header('ETag', tag)
    c.header('Cache-Control', 'no-cache')
    if (c.req.header('If-None-Match') === tag) return c.body(null, 304)
    return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  })
}

function read(): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
