import type { Source } from './source'

/** Reads the size or length of a chosen file in the browser; null when the browser cannot. Nothing is uploaded. */
export async function measured(file: File, of: 'picture' | 'video' | 'sound'): Promise<Source | null> {
  if (of === 'picture') return picture(file)
  return (await wave(file)) ?? (await played(file, of))
}

async function picture(file: File): Promise<Source | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  return bitmap && { name: file.name, sourceWidth: bitmap.width, sourceHeight: bitmap.height }
}

/** The length of a WAV file stands in its header: bytes of sound by bytes a second. */
async function wave(file: File): Promise<Source | null> {
  const head = new DataView(await file.slice(0, 44).arrayBuffer())
  const tag = (at: number) => String.fromCharCode(...new Uint8Array(head.buffer, at, 4))
  if (head.byteLength < 44 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE' || tag(12) !== 'fmt ') return null
  const seconds = (file.size - 44) / head.getUint32(28, true)
  return { name: file.name, sourceSeconds: tenths(seconds) }
}

function played(file: File, of: 'video' | 'sound'): Promise<Source | null> {
  const element = document.createElement(of === 'video' ? 'video' : 'audio')
  const address = URL.createObjectURL(file)
  return new Promise<Source | null>((resolve) => {
    element.addEventListener('error', () => resolve(null))
    element.addEventListener('loadedmetadata', () => resolve({ name: file.name, ...lengthOf(element.duration, of) }))
    element.preload = 'metadata'
    element.src = address
  }).finally(() => URL.revokeObjectURL(address))
}

// A browser tells a clip's length, not its frame rate; the studio converts uploads to 24 frames a second.
function lengthOf(seconds: number, of: 'video' | 'sound') {
  const sourceSeconds = tenths(seconds)
  return of === 'sound'
    ? { sourceSeconds }
    : { sourceSeconds, sourceFps: 24, sourceFrames: Math.round(sourceSeconds * 24) }
}
const tenths = (seconds: number) => Math.max(1, Math.round(seconds * 10) / 10)
