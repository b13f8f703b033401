import { useState } from 'react'

const settings = 'model=gen4&duration=5&resolution=720p&variants=1'

export function App() {
  const [other, setOther] = useState(false)
  const follow = (event) => {
    event.preventDefault()
    history.pushState(null, '', '/other')
    setOther(true)
    addEventListener('popstate', () => setOther(false), { once: true })
  }
  return other ? (
    <main>
      <forecost-calculator id="second" card="/card.json" feature="video" settings="model=turbo&duration=5&variants=1" />
    </main>
  ) : (
    <main>
      <forecost-calculator id="first" card="/card.json" feature="video" settings={settings}>
        Some credits.
      </forecost-calculator>
      <p>
        A clip takes{' '}
        <forecost-price card="/card.json" feature="video" settings={`${settings}&audio=false`}>
          credits
        </forecost-price>
        .
      </p>
      <a href="/other" onClick={follow}>
        Other page
      </a>
    </main>
  )
}
