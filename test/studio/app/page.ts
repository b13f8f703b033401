import { toggleTheme } from './theme'

// The help pages are documents; all they run is this.
document.querySelector('[data-theme-toggle]')?.addEventListener('click', toggleTheme)
