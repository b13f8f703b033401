import { signal } from '@preact/signals'

const system = matchMedia('(prefers-color-scheme: dark)')

/** The theme in force: the member's choice, else the system's. */
export const theme = signal<'light' | 'dark'>(now())
system.addEventListener('change', () => (theme.value = now()))

function now(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return system.matches ? 'dark' : 'light'
}

export function toggleTheme(): void {
  const next = theme.value === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset.theme = next
  theme.value = next
  try {
    localStorage.setItem('theme', next)
  } catch {
    // A browser without storage keeps it for this page.
  }
}
