import { grouped, type Refused } from './api'

/** Why a press was refused, for people. */
export function refusal({ code, message, needed, have }: Refused): string {
  switch (code) {
    case 'insufficient_credits':
      return `Not enough credits: this takes ${grouped(needed!)}, and ${grouped(have!)} are left.`
    case 'member_cap':
      return `Your cap stops this: it takes ${grouped(needed!)} from the team, and ${grouped(have!)} of your cap are left.`
    case 'signed_out':
      return 'You are signed out. Sign in to go on.'
    default:
      return message ?? 'That did not work. Nothing was charged.'
  }
}

export const stateWords: Record<string, string> = {
  queued: 'Waiting',
  running: 'Making',
  done: 'Done',
  failed: 'Failed, refunded',
  partial: 'Stopped, part refunded',
  moderated: 'Blocked, charged',
  cancelled: 'Cancelled',
}
