import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, me, refresh } from '../api'

type State = { now: number; account: { mode: string }; failRate: number }
const modes = ['ok', 'down', 'slow', 'unauthorised', 'forbidden', 'throttled', 'nonsense', 'malformed', 'stale']

/** Switches for developers: the same as the /dev addresses that tests use. */
export function Dev() {
  const state = useSignal<State | null>(null)
  const load = async () => {
    const answer = await call<State>('GET', '/dev/state')
    if (answer.ok) state.value = answer.value
  }
  useEffect(() => void load(), [])
  const turn = async (address: string, body: unknown) => {
    await call('POST', address, body)
    await refresh()
    await load()
  }
  const now = state.value
  const workspace = me.value?.workspace.id
  return (
    <div class="page columns">
      <section class="panel">
        <h2>Account endpoint</h2>
        <div class="row wrap">
          {modes.map((mode) => (
            <button
              key={mode}
              type="button"
              class="chip"
              aria-pressed={now?.account.mode === mode}
              onClick={() => turn('/dev/account', { mode })}
            >
              {mode}
            </button>
          ))}
        </div>
      </section>
      <section class="panel">
        <h2>Runs</h2>
        <div class="row wrap">
          <button type="button" class="chip" onClick={() => turn('/dev/finish', {})}>
            Finish all
          </button>
          {['failed', 'moderated', 'partial'].map((ending) => (
            <button key={ending} type="button" class="chip" onClick={() => turn('/dev/next', { ending })}>
              Next: {ending}
            </button>
          ))}
          <label class="row">
            <input
              type="checkbox"
              checked={(now?.failRate ?? 0) === 1}
              onChange={(e) => turn('/dev/fail-rate', { rate: e.currentTarget.checked ? 1 : 0 })}
            />
            Make every run fail
          </label>
        </div>
      </section>
      <section class="panel">
        <h2>Clock</h2>
        <p>{now && new Date(now.now).toISOString().replace('T', ' ').slice(0, 16)} UTC</p>
        <div class="row wrap">
          {['2026-11-30T12:00:00Z', '2026-12-01T12:00:00Z', '2027-01-15T12:00:00Z'].map((at) => (
            <button key={at} type="button" class="chip" onClick={() => turn('/dev/now', { now: at })}>
              {at.slice(0, 10)}
            </button>
          ))}
          <button type="button" class="chip" onClick={() => turn('/dev/now', { now: null })}>
            Machine clock
          </button>
        </div>
      </section>
      <section class="panel">
        <h2>Balance</h2>
        <div class="row wrap">
          {['0', '12', '60', '340', '5000'].map((amount) => (
            <button key={amount} type="button" class="chip" onClick={() => turn('/dev/balance', { workspace, amount })}>
              {amount}
            </button>
          ))}
          <button type="button" class="chip" onClick={() => turn('/dev/reset', {})}>
            Reset the studio
          </button>
        </div>
      </section>
    </div>
  )
}
