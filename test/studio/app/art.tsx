import { useId } from 'preact/hooks'

/** A number stream from a name, so that a run always shows the same picture. */
function stream(name: string): () => number {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
const skies = [
  ['#0b1030', '#1f4e6b', '#35d3a4', '#b7f7dc'],
  ['#160f33', '#4d2a7a', '#d86ea8', '#ffd9c2'],
  ['#071a2c', '#0e5f78', '#4fc3d9', '#e2fbff'],
  ['#1c0f1a', '#7a2d3c', '#ee8b4f', '#ffe3a6'],
  ['#0a1424', '#27427e', '#7f8cff', '#dfe1ff'],
  ['#0d1c18', '#1d5c46', '#8fcf6b', '#f1f8c9'],
]

type Art = { seed: string; kind: 'picture' | 'film' | 'solid' | 'wave' | 'text' }

/** The studio's stand-in for what a run made: drawn from the run's name alone. */
export function Artwork({ seed, kind }: Art) {
  const random = stream(seed)
  const colours = skies[Math.floor(random() * skies.length)]!
  if (kind === 'solid') return <Solid colours={colours} random={random} />
  if (kind === 'wave') return <Wave colours={colours} random={random} />
  if (kind === 'text') return <Lines colours={colours} random={random} />
  return <Landscape colours={colours} random={random} film={kind === 'film'} />
}

type Parts = { colours: string[]; random: () => number }

function Landscape({ colours, random, film }: Parts & { film: boolean }) {
  const id = useId()
  const [deep, middle, glow, light] = colours as [string, string, string, string]
  const ribbons = Array.from({ length: 3 }, () => ribbon(random))
  const ridges = [138, 160, 182].map((base, index) => ridge(random, base, 40 - index * 10))
  return (
    <svg class="art" viewBox="0 0 320 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={`${id}s`} x1="0" y1="0" x2="0" y2="1">
          <stop stop-color={deep} />
          <stop offset=".7" stop-color={middle} />
          <stop offset="1" stop-color={glow} />
        </linearGradient>
        <filter id={`${id}b`} x="-20%" y="-60%" width="140%" height="220%">
          <feGaussianBlur stdDeviation="9" />
        </filter>
      </defs>
      <rect width="320" height="200" fill={`url(#${id}s)`} />
      {Array.from({ length: 26 }, (_, index) => (
        <circle
          key={index}
          cx={random() * 320}
          cy={random() * 110}
          r={0.4 + random() * 0.7}
          fill={light}
          opacity={0.25 + random() * 0.6}
        />
      ))}
      <circle cx={60 + random() * 200} cy={40 + random() * 40} r={9 + random() * 10} fill={light} opacity=".85" />
      <g filter={`url(#${id}b)`} opacity=".75">
        {ribbons.map((d, index) => (
          <path
            key={index}
            d={d}
            fill="none"
            stroke={index % 2 ? glow : light}
            stroke-width={10 + index * 5}
            opacity={0.5}
          />
        ))}
      </g>
      {ridges.map((d, index) => (
        <path key={index} d={d} fill={[middle, deep, '#05080f'][index]} opacity={[0.55, 0.85, 0.95][index]} />
      ))}
      {film && <Sprockets />}
    </svg>
  )
}

function ribbon(random: () => number): string {
  const y = 30 + random() * 60
  return `M-20 ${y} C 60 ${y - 50 * random()}, 120 ${y + 60 * random()}, 190 ${y - 10} S 300 ${y + 40 * random()}, 350 ${y - 30}`
}

function ridge(random: () => number, base: number, height: number): string {
  const points = Array.from({ length: 9 }, (_, index) => `${index * 40},${Math.round(base - random() * height)}`)
  return `M0,200 L${points.join(' L')} L320,200 Z`
}

function Sprockets() {
  return (
    <g>
      <rect width="320" height="14" fill="#000" opacity=".55" />
      <rect y="186" width="320" height="14" fill="#000" opacity=".55" />
      {Array.from({ length: 16 }, (_, index) => (
        <g key={index} fill="#fff" opacity=".55">
          <rect x={6 + index * 20} y="4" width="9" height="6" rx="1.5" />
          <rect x={6 + index * 20} y="190" width="9" height="6" rx="1.5" />
        </g>
      ))}
    </g>
  )
}

function Solid({ colours, random }: Parts) {
  const id = useId()
  const sides = 6 + Math.floor(random() * 4)
  const ring = (radius: number, turn: number) =>
    Array.from({ length: sides }, (_, index) => {
      const angle = (index / sides) * Math.PI * 2 + turn
      return [160 + radius * Math.cos(angle) * 1.1, 100 + radius * Math.sin(angle) * 0.9] as const
    })
  const outer = ring(74, 0.2)
  const inner = ring(38, 0.2 + Math.PI / sides)
  const facets = outer.flatMap((point, index) => {
    const next = outer[(index + 1) % sides]!
    const near = inner[index]!
    return [
      [point, next, near],
      [next, near, inner[(index + 1) % sides]!],
      [near, inner[(index + 1) % sides]!, [160, 96] as const],
    ]
  })
  return (
    <svg class="art" viewBox="0 0 320 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <radialGradient id={id}>
          <stop stop-color={colours[1]} />
          <stop offset="1" stop-color={colours[0]} />
        </radialGradient>
      </defs>
      <rect width="320" height="200" fill={`url(#${id})`} />
      <ellipse cx="160" cy="182" rx="80" ry="9" fill="#000" opacity=".35" />
      {facets.map((points, index) => (
        <polygon
          key={index}
          points={points.map((point) => point.map(Math.round).join(',')).join(' ')}
          fill={colours[2 + (index % 2)]}
          opacity={0.25 + random() * 0.7}
          stroke={colours[3]}
          stroke-width=".7"
        />
      ))}
    </svg>
  )
}

function Wave({ colours, random }: Parts) {
  return (
    <svg class="art" viewBox="0 0 320 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="320" height="200" fill={colours[0]} />
      {Array.from({ length: 62 }, (_, index) => {
        const swell = Math.sin((index / 61) * Math.PI)
        const height = 6 + swell * (20 + random() * 110)
        return (
          <rect
            key={index}
            x={6 + index * 5}
            y={100 - height / 2}
            width="3"
            height={height}
            rx="1.5"
            fill={index % 7 ? colours[2] : colours[3]}
          />
        )
      })}
    </svg>
  )
}

function Lines({ colours, random }: Parts) {
  return (
    <svg class="art" viewBox="0 0 320 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="320" height="200" fill={colours[0]} />
      {Array.from({ length: 9 }, (_, index) => (
        <rect
          key={index}
          x="40"
          y={34 + index * 16}
          width={110 + random() * 130}
          height="6"
          rx="3"
          fill={index === 0 ? colours[2] : colours[3]}
          opacity={index === 0 ? 1 : 0.35}
        />
      ))}
    </svg>
  )
}
