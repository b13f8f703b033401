import { forecast } from '../../core/forecast'
import { seeded } from '../../core/random'
import { accountOf, chargesOf, DAY, entriesOf, NOW, plainCard, userOf } from './forecast-users'

export type Coverage = { users: number; silent: number; runOut: number; early: number; late: number; burn: number }

/**
 * How often the truth of simulated users lies within what a forecast said: their next charges decide when the credits run out,
 * and the rate they really spend at is known.
 */
export function coverage(users: number, seed: number): Coverage {
  const random = seeded(seed)
  const counts = { silent: 0, within: 0, early: 0, late: 0, burn: 0 }
  for (let i = 0; i < users; i++) {
    const user = userOf(random)
    const past = chargesOf(user, NOW - user.history * DAY, NOW, random)
    const average = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length
    const perDay = user.perDay * user.runs * average(user.prices) * average(user.weekday)
    const balance = Math.round(perDay * (4 + 16 * random()))
    const answer = forecast({
      entries: entriesOf(past),
      account: accountOf({ balance: String(balance) }),
      card: plainCard(),
      now: NOW,
      offset: 0,
      random: seeded(i + 1),
      horizonDays: 45,
      courses: 160,
    })
    const truth = runsOut(chargesOf(user, NOW, NOW + 200 * DAY, random), balance)
    if (answer.status === 'silent') {
      counts.silent++
      continue
    }
    const { low = Infinity, high = Infinity } = answer.runOut
    counts[truth < low ? 'early' : truth > high ? 'late' : 'within']++
    if (perDay >= answer.burn.perDay.low && perDay <= answer.burn.perDay.high) counts.burn++
  }
  const asked = users - counts.silent
  return {
    users,
    silent: counts.silent,
    runOut: counts.within / asked,
    early: counts.early / asked,
    late: counts.late / asked,
    burn: counts.burn / asked,
  }
}

function runsOut(charges: readonly { at: number; amount: number }[], balance: number): number {
  let sum = 0
  for (const { at, amount } of charges) if ((sum += amount) >= balance) return at
  return Infinity
}
