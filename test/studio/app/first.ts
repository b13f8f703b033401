// Runs before the first paint: theme and direction, so that nothing flashes.
const asked = new URLSearchParams(location.search)
const root = document.documentElement

function remembered(): string | null {
  try {
    return localStorage.getItem('theme')
  } catch {
    return null
  }
}
root.dataset.theme = asked.get('theme') ?? remembered() ?? 'auto'
if (asked.get('dir') === 'rtl') root.dir = 'rtl'
if (asked.get('bare') === 'on') root.dataset.bare = ''

export {}
