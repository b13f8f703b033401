import { Mark, type Shape } from './mark'

export type NoticeProps = {
  kind: 'error' | 'empty' | 'loading'
  text: string
  /** A quieter second line: what happened, or what to do. */
  detail?: string
  action?: { label: string; onPress: () => void }
}

const SHAPES: { [kind in NoticeProps['kind']]: Shape } = { error: 'triangle', empty: 'ring', loading: 'ring' }

/** A state without a price: what is the matter in one line, and the next step. */
export function Notice({ kind, text, detail, action }: NoticeProps) {
  return (
    <div class="notice" part={kind} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Mark shape={SHAPES[kind]} />
      <p>
        {text}
        {detail && <small class="quiet">{detail}</small>}
      </p>
      {action && (
        <button type="button" class="button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  )
}

export const noticeStyle = `
.notice { display: flex; align-items: baseline; flex-wrap: wrap; gap: calc(var(--u) * 2); }
.notice p { flex: 1 1 8em; min-inline-size: 0; overflow-wrap: anywhere; }
.notice small { display: block; }
.notice .mark { color: var(--quiet); }
.notice[data-kind=error] .mark { color: var(--bad); }
.button { padding-block: calc(var(--u) * 1.5); padding-inline: calc(var(--u) * 3); border: 1px solid var(--line); border-radius: calc(var(--radius) * .75);
  background: var(--surface); cursor: pointer; }
.button:hover { border-color: var(--accent); }
`
