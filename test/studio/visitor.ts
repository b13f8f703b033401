import type { Studio } from './server'

export type Reply = { status: number; body: any; headers: Headers }

/** A member of the studio who speaks HTTP, with a session of their own: for tests. */
export async function signedInAs(studio: Pick<Studio, 'url'>, member: string) {
  const entered = await ask(studio.url, 'POST', '/api/session', { member })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  return {
    cookie,
    get: (path: string) => ask(studio.url, 'GET', path, undefined, { cookie }),
    send: (method: string, path: string, body?: unknown) => ask(studio.url, method, path, body, { cookie }),
    /** Presses Generate. */
    press: (feature: string, settings: Record<string, unknown>) =>
      ask(studio.url, 'POST', '/api/generate', { feature, settings }, { cookie }),
  }
}

/** One request; a body that is not JSON comes back as text. */
export async function ask(url: string, method: string, path: string, body?: unknown, headers = {}): Promise<Reply> {
  const reply = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await reply.text()
  return { status: reply.status, body: asJson(text), headers: reply.headers }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
