import { zoomOf, type Area } from './ground'

const gap = 6
const edge = 8
const least = 180

type Spot = { x: number; y: number; room: number }

/**
 * Puts the open panel where there is room for it and where it leaves the button free: below or above the chip, else beside the
 * button. Where the window is too small for that, above the chip. Coordinates are the chip's own.
 */
export function placePanel(panel: HTMLElement, host: HTMLElement, button: Area, rtl: boolean): void {
  const { clientWidth: width, clientHeight: height } = host.ownerDocument.documentElement
  const chip = host.getBoundingClientRect()
  const zoom = zoomOf(host)
  const size = { width: Math.min(320 * zoom, width - 2 * edge), height: panel.scrollHeight * zoom }
  const clampX = (x: number) => Math.max(edge, Math.min(x, width - size.width - edge))
  const aligned = clampX(rtl ? chip.left : chip.right - size.width)
  const abreast = chip.top < button.bottom && button.top < chip.bottom
  const top = abreast ? Math.min(chip.top, button.top) : chip.top
  const bottom = abreast ? Math.max(chip.bottom, button.bottom) : chip.bottom
  const below = { x: aligned, y: bottom + gap, room: height - bottom - gap - edge }
  const above = { x: aligned, y: top - gap - size.height, room: top - gap - edge }
  const beside = (x: number): Spot => ({ x, y: chip.bottom - size.height, room: height - 2 * edge })
  const [left, right] = [
    beside(Math.min(button.left, chip.left) - gap - size.width),
    beside(Math.max(button.right, chip.right) + gap),
  ]
  const spots = [below, above, ...(rtl ? [left, right] : [right, left])]
  const areaOf = ({ x, y, room }: Spot): Area => {
    const tall = Math.min(size.height, room)
    const top = Math.max(edge, Math.min(y, height - tall - edge))
    return { left: x, right: x + size.width, top, bottom: top + tall }
  }
  const fits = (spot: Spot, needed: number) =>
    spot.x >= edge && spot.x + size.width <= width - edge && spot.room >= needed && !overlap(areaOf(spot), button)
  const chosen = spots.find((spot) => fits(spot, size.height)) ?? spots.find((spot) => fits(spot, least)) ?? above
  const { left: x, top: y } = areaOf(chosen)
  panel.style.setProperty('--x', `${Math.round((x - chip.left) / zoom)}px`)
  panel.style.setProperty('--y', `${Math.round((y - chip.top) / zoom)}px`)
  panel.style.setProperty('--room', `${Math.floor(Math.max(least, chosen.room / zoom))}px`)
}

function overlap(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
