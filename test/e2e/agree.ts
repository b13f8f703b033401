import { afterAll, beforeAll, expect, test } from 'vitest'
import { english } from '../../core/locales'
import { forms } from '../studio/app/forms/all'
import type { Form } from '../studio/app/forms/kinds'
import { credits } from '../studio/pricing/credits'
import { disagreement, type Outcome } from './agreement'
import { combinationsOf, seeded, type Combination } from './combinations'
import { pressGenerate, watchPresses } from './press'
import { chip, isFresh, readyChip, setControls, signIn, takeSeat, until, type Chip, type Seat } from './seat'

const { standing } = english.messages
const members = ['aiko', 'kwame', 'lena', 'diego']

type Tried = Combination & { member: string; said: Chip; did: Outcome }

/** Every tool of the studio, in one browser: what the chip says before the press is what the studio then takes and leaves. */
export function agreeIn(kind: 'chromium' | 'firefox', count: number) {
  let seat: Seat
  let answered: () => Promise<Outcome>
  beforeAll(async () => {
    seat = await takeSeat(kind)
  })
  afterAll(() => seat?.close())

  test.each(forms.map((form) => [form.title, form] as const))(
    '%s: the chip says what is taken and what is left',
    async (_, form) => {
      const tried = await tryAll(form, combinationsOf(form, count, 20261121))
      const faults = tried.flatMap(({ said, did, member, steps }) => {
        const fault = disagreement(said, did)
        return fault
          ? [`${member} ${JSON.stringify(Object.fromEntries(steps.map((s) => [s.name, s.value])))}: ${fault}`]
          : []
      })
      expect(faults).toEqual([])
      expect(crossing(tried)).toBeGreaterThanOrEqual(tried.length / 3)
    },
  )

  async function tryAll(form: Form, combinations: Combination[]): Promise<Tried[]> {
    const random = seeded(form.title.length)
    const tried: Tried[] = []
    // A tool with a single price is tried under every plan; one with many changes the member every eighth time.
    const all = combinations.length < 4 ? members.flatMap(() => combinations) : combinations
    const block = Math.min(8, Math.ceil(all.length / members.length))
    await seat.move()
    answered = watchPresses(seat)
    for (const [i, combination] of all.entries()) {
      const member = members[Math.floor(i / block) % members.length]!
      if (i % block === 0) await arrive(form, member, random)
      tried.push({ ...combination, member, ...(await tryOne(combination)) })
    }
    return tried
  }

  /** A member comes to a tool, now and then with little to spend. */
  async function arrive(form: Form, member: string, random: () => number) {
    const { store } = seat.studio
    if (random() < 0.5) store.setBalance(store.seatOf(member)!.workspace, credits(Math.round(random() * 200)))
    await signIn(seat, member, form.path)
    await readyChip(seat)
  }

  /** What a person goes by: a chip that is neither reading the balance nor waiting for the run before. */
  async function freshChip(): Promise<Chip> {
    const isReady = (now: Chip | undefined) => isFresh(now) && !now.text.includes(standing['concurrent-none'])
    return (await until(() => chip(seat), isReady, 'a chip that knows what is left'))!
  }

  async function tryOne({ steps }: Combination): Promise<{ said: Chip; did: Outcome }> {
    await setControls(seat, steps)
    const said = await freshChip()
    await pressGenerate(seat)
    const did = await answered()
    seat.studio.store.finish()
    return { said, did }
  }
}

/** How many stand at a threshold, are refused, or are the first under another plan. */
function crossing(tried: Tried[]): number {
  const isNew = ({ member }: Tried, i: number) => i > 0 && tried[i - 1]!.member !== member
  return tried.filter((one, i) => one.edge || 'refused' in one.did || isNew(one, i)).length
}
