import { webOrigin } from '../origin'
import type { ChannelChoice } from './kept'
import type { Channel } from './update'

/** The channel this copy was built with: none, unless whoever built it named one (`FORECOST_CHANNEL_URL`, `FORECOST_CHANNEL_KEY`; see wxt.config.ts). */
export const built: Partial<Channel> = typeof FORECOST_CHANNEL === 'undefined' ? {} : FORECOST_CHANNEL
declare const FORECOST_CHANNEL: Partial<Channel> | undefined

/** The channel in force: the organisation's, else the user's, else the built one; undefined where it is off or not whole. */
export function channelOf(choice: ChannelChoice, policy: ChannelChoice | undefined): Channel | undefined {
  const { on, url = built.url, publicKey = built.publicKey } = policy ?? choice
  return on && isChannelAddress(url) && publicKey ? { url, publicKey } : undefined
}

/** Whether a channel may be at this address: over https, or on this very computer. */
export function isChannelAddress(url: string | undefined): url is string {
  if (!webOrigin(url)) return false
  const { protocol, hostname, hash, username } = new URL(url!)
  if (hash || username) return false
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
