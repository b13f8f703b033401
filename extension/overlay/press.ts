/** Notices that the user starts a run: a click on the button, or the form's submission. Never stops or makes one. */
export function onPress(button: HTMLElement, pressed: () => void, signal: AbortSignal): void {
  const page = button.ownerDocument
  const form = button.closest('form')
  let last = -Infinity
  const notice = (event: Event) => {
    // A click on a submit button also submits: one press.
    if (event.timeStamp - last < 300) return
    last = event.timeStamp
    pressed()
  }
  const within = (event: Event, element: Element | null) =>
    event.target instanceof Node && !!element?.contains(event.target)
  page.addEventListener('click', (event) => within(event, button) && notice(event), { capture: true, signal })
  page.addEventListener('submit', (event) => event.target === form && notice(event), { capture: true, signal })
}
