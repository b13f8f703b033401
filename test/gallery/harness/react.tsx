import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { ReactNode } from 'react'
import { start, type Settings } from './settings'
import { pressed, submitted, tell } from './truth'

/** One setting of the form, told to the truth whenever it changes. */
export function useSetting<K extends keyof Settings>(name: K) {
  const [value, set] = useState<Settings[K]>(start[name])
  useEffect(() => tell(name, value), [name, value])
  return [value, set] as const
}

/** What the form and its button call when the user starts a run. */
export const submit = (event: { preventDefault(): void }) => {
  event.preventDefault()
  submitted()
}
export { pressed, submitted }

export const mount = (form: ReactNode) => createRoot(document.querySelector('#app')!).render(form)
