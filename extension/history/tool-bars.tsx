import { spentBy } from '../../core/history-totals'
import { amountText } from '../../core/locales/format'
import { toolKey, UNTAGGED } from './filter'
import { toolTitle } from './names'
import type { History } from './state'

type Bar = { key: string; name: string; net: string; press: () => void }

const MOST = 8

/** What each tool and each tag took, the most first; a press shows its lines alone. */
export function ToolBars({ history, currency }: { history: History; currency: string }) {
  const { locale, shown, names, choices, edit } = history
  const texts = locale.messages.history
  const several = new Set(shown.value.map(({ provider }) => provider)).size > 1
  const tools = spentBy(shown.value, currency, toolKey).map(({ key, net }): Bar => {
    const row = shown.value.find((one) => toolKey(one) === key)!
    const name = toolTitle(names.value, row, several, texts.otherTool)
    return { key, name, net, press: () => edit({ tool: choices.value.tools.has(key) ? key : '' }) }
  })
  const tags = choices.value.tags.flatMap((tag): Bar[] => {
    const own = spentBy(shown.value, currency, (row) => (row.tags.includes(tag) ? tag : undefined))[0]
    return own ? [{ key: tag, name: tag, net: own.net, press: () => edit({ tag }) }] : []
  })
  const rest = spentBy(shown.value, currency, (row) => (row.tags.length === 0 ? UNTAGGED : undefined))[0]
  const untagged = rest && { key: UNTAGGED, name: texts.untagged, net: rest.net, press: () => edit({ tag: UNTAGGED }) }
  if (tools.every(({ net }) => net === '0')) return null
  return (
    <div class="plot">
      <Bars title={texts.byTool} bars={tools} write={(net) => amountText(net, currency, locale)} />
      {tags.length > 0 && (
        <Bars
          title={texts.byTag}
          bars={untagged ? [...tags, untagged] : tags}
          write={(net) => amountText(net, currency, locale)}
        />
      )}
    </div>
  )
}

function Bars({ title, bars, write }: { title: string; bars: Bar[]; write: (net: string) => string }) {
  const top = Math.max(...bars.map(({ net }) => Number(net)), 1e-9)
  return (
    <>
      <h2>{title}</h2>
      <ul class="tool-bars">
        {bars
          .filter(({ net }) => !net.startsWith('-'))
          .slice(0, MOST)
          .map(({ key, name, net, press }) => (
            <li key={key}>
              <button type="button" class="plain-button" onClick={press}>
                <span>{name}</span> <span class="n">{write(net)}</span>
                <i aria-hidden="true" style={{ inlineSize: `${Math.max(0.5, (Number(net) / top) * 100)}%` }} />
              </button>
            </li>
          ))}
      </ul>
    </>
  )
}
