import { credits, type Micro } from './credits'
import { choice, inTenths, notForSale, number, toggle, type Settings } from './settings'
import type { Tool } from './tool'

const source = (settings: Settings) => ({
  width: number(settings, 'sourceWidth', 64, 10_000),
  height: number(settings, 'sourceHeight', 64, 10_000),
})

function crisp(pixels: number): Micro {
  if (pixels <= 8_000_000) return credits(10)
  if (pixels <= 12_000_000) return credits(12.5)
  if (pixels <= 24_000_000) return credits(17)
  if (pixels <= 34_000_000) return credits(31)
  throw notForSale('crisp takes pictures up to 34 MP', 'model')
}

function doubling(pixels: number): Micro {
  if (pixels <= 1_300_000) return credits(3.5)
  if (pixels <= 3_000_000) return credits(7)
  if (pixels <= 6_400_000) return credits(10.5)
  return credits(43)
}

/** Each doubling of the sides makes four times the pixels for the next one. */
function steps(pixels: number, doublings: number): Micro {
  return doublings === 0 ? 0 : doubling(pixels) + steps(pixels * 4, doublings - 1)
}

function edge(longer: number): Micro {
  if (longer <= 2048) return credits(2)
  if (longer <= 4096) return credits(3)
  throw notForSale('edge takes pictures up to 4096 px', 'model')
}

export const upscaleImage: Tool = (settings) => {
  const { width, height } = source(settings)
  const repair = toggle(settings, 'faces') ? credits(1) : 0
  switch (choice(settings, 'model', ['crisp', 'steps', 'edge'])) {
    case 'crisp':
      return crisp(width * height) + repair
    case 'steps':
      return (
        steps(width * height, { '2x': 1, '4x': 2, '8x': 3 }[choice(settings, 'scale', ['2x', '4x', '8x'])]) + repair
      )
    case 'edge':
      return edge(Math.max(width, height)) + repair
  }
}

function secondAt1080p(fps: number): Micro {
  if (fps < 30) return credits(0.3)
  if (fps < 60) return credits(0.6)
  if (fps < 120) return credits(1.2)
  return credits(1.8)
}

export const upscaleVideo: Tool = (settings) => {
  const tenths = inTenths(number(settings, 'sourceSeconds', 1, 600, 'tenths'))
  const size = choice(settings, 'resolution', ['1080p', '4k']) === '4k' ? 2 : 1
  const second = size * secondAt1080p(number(settings, 'sourceFps', 1, 240, 'free'))
  return Math.max(credits(5), tenths * (second / 10))
}
