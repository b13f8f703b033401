import { to } from '../router'

/** A tool inside a frame of the same origin, as some suites embed theirs. */
export function Framed() {
  const address = new URL(to('/create/image'), location.origin)
  address.searchParams.set('bare', 'on')
  // The frame is the studio itself: it needs its scripts, its session and its form.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe class="framed" src={address.href} title="Image tool" />
}
