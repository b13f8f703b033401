import { createPortal } from 'preact/compat'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Option } from '../forms/kinds'
import { option } from '../markup'
import { mark, type ChoiceProps } from './choice'
import { Field } from './field'

/** A button that opens a list in a layer of its own at the end of the page, as component libraries do. */
export function Listbox({ control, options, value, set }: ChoiceProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const chosen = options.find((one) => one.value === value)
  const close = (picked?: string) => {
    if (picked !== undefined) set(picked)
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Field label={control.label} id={id}>
      <button
        ref={button}
        type="button"
        id={id}
        class="picker"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}`}
        onClick={() => setOpen(!open)}
        onKeyDown={(e) => (e.key === 'ArrowDown' || e.key === 'ArrowUp') && (e.preventDefault(), setOpen(true))}
        {...mark(control, value)}
      >
        <span>
          {chosen?.text}
          {chosen?.note && <small>{chosen.note}</small>}
        </span>
      </button>
      {open && (
        <Layer anchor={button.current!} options={options} value={value} labelledBy={`${id}-label`} close={close} />
      )}
    </Field>
  )
}

type LayerProps = {
  anchor: HTMLElement
  options: Option[]
  value: string
  labelledBy: string
  close: (picked?: string) => void
}

function Layer({ anchor, options, value, labelledBy, close }: LayerProps) {
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState(
    Math.max(
      0,
      options.findIndex((one) => one.value === value),
    ),
  )
  useLayoutEffect(() => {
    const box = anchor.getBoundingClientRect()
    const below = innerHeight - box.bottom > 260
    Object.assign(list.current!.style, {
      left: `${box.left}px`,
      width: `${box.width}px`,
      ...(below ? { top: `${box.bottom + 6}px` } : { bottom: `${innerHeight - box.top + 6}px` }),
    })
    list.current!.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    const away = (event: Event) => {
      if (!list.current?.contains(event.target as Node) && !anchor.contains(event.target as Node)) close()
    }
    addEventListener('pointerdown', away, true)
    return () => removeEventListener('pointerdown', away, true)
  })
  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((active + step + options.length) % options.length)
    else if (event.key === 'Enter' || event.key === ' ') close(options[active]!.value)
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    event.preventDefault()
  }
  return createPortal(
    <ul
      ref={list}
      class="layer"
      role="listbox"
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-activedescendant={`${labelledBy}-${active}`}
      onKeyDown={key}
    >
      {options.map((one, index) => (
        <li
          key={one.value}
          id={`${labelledBy}-${index}`}
          role="option"
          aria-selected={one.value === value}
          class={index === active ? 'active' : ''}
          onPointerMove={() => setActive(index)}
          onClick={() => close(one.value)}
          {...option(one.value)}
        >
          {one.text}
          {one.note && <small>{one.note}</small>}
        </li>
      ))}
    </ul>,
    document.body,
  )
}

/** A text box with suggestions; anything typed that is not one of them goes back to the last choice. */
export function Combobox({ control, options, value, set }: ChoiceProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const found = options.filter((one) => one.text.toLowerCase().includes((typed ?? '').toLowerCase()))
  const take = (picked: string) => {
    set(picked)
    setTyped(null)
  }
  return (
    <Field label={control.label} id={id} native>
      <div class="combobox">
        <input
          id={id}
          role="combobox"
          autocomplete="off"
          aria-expanded={typed !== null}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          value={typed ?? options.find((one) => one.value === value)?.text}
          onInput={(e) => setTyped(e.currentTarget.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={(e) => {
            if (e.key === 'Escape') setTyped(null)
            if (e.key === 'ArrowDown' && typed === null) setTyped('')
            if (e.key === 'Enter' && typed !== null && found[0]) {
              e.preventDefault()
              take(found[0].value)
            }
          }}
          {...mark(control, value)}
        />
        {typed !== null && (
          <ul id={`${id}-list`} class="suggestions" role="listbox" aria-label={control.label}>
            {found.map((one) => (
              <li
                key={one.value}
                role="option"
                aria-selected={one.value === value}
                onPointerDown={(e) => (e.preventDefault(), take(one.value))}
                {...option(one.value)}
              >
                {one.text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Field>
  )
}
