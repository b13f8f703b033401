/**
 * Notices that the user starts a run: a real click on the button, or the form's submission right after something the user did.
 * Never stops or makes one.
 */
export function onPress(button: HTMLElement, pressed: () => void, signal: AbortSignal): void {
  const page = button.ownerDocument
  const form = button.closest('form')
  const key = form ?? button
  const within = (event: Event) => event.target instanceof Node && button.contains(event.target)
  const clicked = (event: Event) => {
    if (!event.isTrusted || !within(event)) return
    last.set(key, event.timeStamp)
    pressed()
  }
  const submitted = (event: Event) => {
    // A click on a submit button also submits, and a form may have two buttons: one press.
    if (event.target !== form || event.timeStamp - (last.get(key) ?? -Infinity) < 300 || !isUsers(event)) return
    last.set(key, event.timeStamp)
    pressed()
  }
  page.addEventListener('click', clicked, { capture: true, signal })
  page.addEventListener('submit', submitted, { capture: true, signal })
}

/** When a form was last pressed. */
const last = new WeakMap<Element, number>()

/** A script may submit whenever it likes; that is a press only right after a key or a click of the user. */
const isUsers = (event: Event): boolean => event.isTrusted && (navigator.userActivation?.isActive ?? true)
