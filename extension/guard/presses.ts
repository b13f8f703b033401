/** What becomes of one press of the user: all its events are let through, or none. */
export type Verdict = 'pass' | 'stop'

const activates = ['click', 'submit', 'key']
const follows = 1000

/** One event of a press: what starts it, what may do the run, or what only belongs to it. */
export type Step = 'start' | 'click' | 'submit' | 'key' | 'other'

/**
 * Tells presses apart. One press is many events (pointer down, up, click, submit): `judge` is asked once for each, at its first event,
 * and `ask` is called at most once for each that is stopped, when it would have done something. Never asks about what it let through.
 */
export function pressesOf(judge: () => Verdict, passed: () => void, ask: () => void) {
  let press: { verdict: Verdict; done: Set<Step>; acted: boolean; at: number } | undefined

  return function verdictOn(step: Step, at: number): Verdict {
    if (isNew(step, at)) press = { verdict: judge(), done: new Set(), acted: false, at }
    const now = press!
    now.done.add(step)
    now.at = at
    if (activates.includes(step) && !now.acted) {
      now.acted = true
      if (now.verdict === 'pass') passed()
      else if (!asked()) now.verdict = 'pass'
    }
    return now.verdict
  }

  /** Where nobody can be asked, the press goes through. */
  function asked(): boolean {
    try {
      ask()
      return true
    } catch {
      return false
    }
  }
  function isNew(step: Step, at: number): boolean {
    if (!press || step === 'start' || step === 'key') return true
    // A screen reader's or a script's click has no pointer before it; a submission follows its click at once.
    if (step === 'click') return press.done.has('click')
    return step === 'submit' && (press.done.has('submit') || at - press.at > follows)
  }
}
