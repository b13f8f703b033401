import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { ReactNode } from 'react'
import { start, type Settings } from './settings'
import { tell } from './truth'

/** One setting of the form, told to the truth whenever it changes. */
export function useSetting<K extends keyof Settings>(name: K) {
  const [value, set] = useState<Settings[K]>(start[name])
  useEffect(() => tell(name, value), [name, value])
  return [value, set] as const
}

export const mount = (form: ReactNode) => createRoot(document.querySelector('#app')!).render(form)
