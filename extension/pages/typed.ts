import { useSignal } from '@preact/signals'

type Typing = { currentTarget: HTMLInputElement }

/**
 * A field whose text stays while it is being typed, whatever is read again meanwhile. `changed` keeps what it says when it is left; then
 * it shows what is kept, unless that was refused (false).
 */
export function useTyped(kept: string, changed: (field: HTMLInputElement) => unknown = () => false) {
  const typed = useSignal({ over: kept, text: kept })
  const { over, text } = typed.value
  return {
    value: over === kept ? text : kept,
    onInput: ({ currentTarget }: Typing) => void (typed.value = { over: kept, text: currentTarget.value }),
    onChange: async ({ currentTarget: field }: Typing) => {
      const left = field.value
      const isRefused = (await changed(field)) === false
      if (!isRefused && typed.peek().text === left) typed.value = { over: kept, text: kept }
    },
  }
}
