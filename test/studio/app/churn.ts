import { signal } from '@preact/signals'

/** How often the page has thrown its form away and built it anew: `?churn=500` does so twice a second. */
export const turn = signal(0)

const every = Number(new URLSearchParams(location.search).get('churn'))
if (every > 0) setInterval(() => (turn.value += 1), every)
