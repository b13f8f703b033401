import type { Locale } from '../../core/locales'

/** A request the user can copy and send: shown whole, so that nothing is sent unread. */
export function AdminRequest({ text, locale }: { text: string; locale: Locale }) {
  const { request } = locale.messages
  return (
    <details class="request">
      <summary>{request.title}</summary>
      <p class="request-text">{text}</p>
      <button type="button" class="button" onClick={(event) => void copy(event.currentTarget, text, request.copied)}>
        {request.copy}
      </button>
    </details>
  )
}

/** Pages without https have no clipboard: then the text is selected, for the user's own copy keys. */
async function copy(button: HTMLElement, text: string, copied: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = copied
  } catch {
    const shown = button.parentElement?.querySelector('.request-text')
    if (shown) getSelection()?.selectAllChildren(shown)
  }
}

export const requestStyle = `
.request summary { cursor: pointer; font-size: .9em; }
.request-text { white-space: pre-line; padding: 8px 10px; margin-block: 6px; border-radius: 6px; background: var(--sunken); user-select: text; }
`
