import { ForecostCalculator } from '../forecost-calculator'

// The page of an iframe, for hosts that let no element of ours through: `frame.html?card=/card.json&feature=video`.

const given = new URLSearchParams(location.search)
customElements.define('forecost-calculator', ForecostCalculator)
const element = new ForecostCalculator()
for (const name of ForecostCalculator.observedAttributes) {
  const value = given.get(name)
  if (value !== null && name !== 'state' && name !== 'account') element.setAttribute(name, value)
}

/** Whom to tell how high this is: the origin that the address names, else the page that opened it. What is set goes to a named one only. */
const named = originOf(given.get('parent') ?? '')
const parent = named ?? originOf(document.referrer)

function originOf(address: string): string | undefined {
  const found = URL.canParse(address) ? new URL(address).origin : 'null'
  return found === 'null' ? undefined : found
}

function tell(origin: string | undefined, message: object): void {
  if (origin && window.parent !== window) window.parent.postMessage({ from: 'forecost', ...message }, origin)
}

const measure = (): void => tell(parent, { height: Math.ceil(document.body.getBoundingClientRect().height) })
new ResizeObserver(measure).observe(document.body)
// Where nobody has scrolled to it yet, a browser may lay nothing out by itself: asked once the form is drawn.
element.addEventListener('forecost-ready', () => setTimeout(measure))
element.addEventListener('forecost-change', ({ detail }) => tell(named, { change: detail }))
document.body.append(element)
