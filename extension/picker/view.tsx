import { fill } from '../../core/locales/message'
import { amountText } from '../../core/locales/format'
import { valueText } from '../../core/locales/settings'
import { balanceOf, featuresOf, isWorth, type Row } from './draft'
import type { Picker } from './start'

export type Stage = 'provider' | 'feature' | 'settings' | 'saved' | 'failed'

/** The picker: marks on the page, and a card in the corner that says what is read from where. */
export function PickerView({ picker, rows }: { picker: Picker; rows: Row[] }) {
  const { locale, pointing, marked, draft } = picker
  const texts = locale.messages.picker
  const found = [...rows.map(({ seen }) => seen), draft?.balance].flatMap((seen) => seen?.widget.element ?? [])
  const marks = pointing === undefined ? found : []
  return (
    <div class="picker-layer" popover="manual" dir={locale.dir} lang={locale.intl}>
      {[...marks, ...(pointing === undefined && draft?.button ? [draft.button] : [])].map((element, at) => (
        <Frame key={at} element={element} kind="found" />
      ))}
      {marked && <Frame key="marked" element={marked} kind="marked" />}
      <div class="picker" role="dialog" aria-labelledby="picker-title" tabindex={-1}>
        <header>
          <h2 id="picker-title">{texts.title}</h2>
          <button type="button" class="quiet-button" onClick={() => picker.close()}>
            {texts.close}
          </button>
        </header>
        <p role="status" class="quiet">
          {pointing === undefined ? texts[picker.stage] : texts.pointing}
        </p>
        {pointing === undefined && <Body picker={picker} rows={rows} />}
      </div>
    </div>
  )
}

function Body({ picker, rows }: { picker: Picker; rows: Row[] }) {
  const { stage, providers, card } = picker
  if (stage === 'provider')
    return (
      <List
        items={providers.map(({ provider, name }) => ({ id: provider, name }))}
        choose={(id) => void picker.chooseProvider(id)}
      />
    )
  if (stage === 'feature')
    return (
      <List
        items={featuresOf(card!).map(({ feature, name }) => ({ id: feature, name }))}
        choose={(id) => picker.chooseFeature(id)}
      />
    )
  return <Settings picker={picker} rows={rows} />
}

function List({ items, choose }: { items: { id: string; name: string }[]; choose: (id: string) => void }) {
  return (
    <ul class="picker-list">
      {items.map(({ id, name }) => (
        <li key={id}>
          <button type="button" onClick={() => choose(id)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Settings({ picker, rows }: { picker: Picker; rows: Row[] }) {
  const { locale, draft, stage } = picker
  const texts = locale.messages.picker
  if (stage === 'saved')
    return (
      <p class="picker-acts">
        <button type="button" class="strong" onClick={() => picker.close()}>
          {texts.done}
        </button>
        <button type="button" onClick={() => void picker.undo()}>
          {texts.undo}
        </button>
      </p>
    )
  const button = draft!.button
  return (
    <>
      <ul class="picker-rows">
        <li>
          <span class="picker-name">{texts.button}</span>
          <span class={button ? '' : 'lost'}>{button ? button.textContent?.trim().slice(0, 40) : texts.notYet}</span>
          <Acts name={texts.button} picker={picker} point={() => void picker.pointAtButton()} />
        </li>
        {rows.map((row) => (
          <SettingRow key={row.name} row={row} picker={picker} />
        ))}
        <BalanceRow picker={picker} />
      </ul>
      <p class="picker-acts">
        <button type="button" class="strong" disabled={!isWorth(draft!)} onClick={() => void picker.save()}>
          {texts.save}
        </button>
      </p>
    </>
  )
}

type ActsProps = { name: string; picker: Picker; point: () => void; forget?: (() => void) | undefined }

/** The ways to say where something is, and that it is not here. */
function Acts({ name, picker: { locale }, point, forget }: ActsProps) {
  const texts = locale.messages.picker
  return (
    <span class="picker-ways">
      <button type="button" aria-label={fill(texts.pointAt, { name }, locale)} onClick={point}>
        {texts.point}
      </button>
      {forget && (
        <button type="button" aria-label={fill(texts.forgetOf, { name }, locale)} onClick={forget}>
          {texts.forget}
        </button>
      )}
    </span>
  )
}

function BalanceRow({ picker }: { picker: Picker }) {
  const { locale, draft } = picker
  const { picker: texts, reads } = locale.messages
  const { card, balance, balanceKept } = draft!
  const shown = balanceOf(draft!)
  const says = shown && amountText(shown.number, card.currency, locale)
  return (
    <li>
      <span class="picker-name">{reads.balance}</span>
      <span class={says ? 'n' : 'lost'}>{says ?? (balance ? texts.notUnderstood : texts.notYet)}</span>
      <Acts
        name={reads.balance}
        picker={picker}
        point={() => void picker.pointAtBalance()}
        forget={(balance ?? balanceKept) && (() => picker.forgetBalance())}
      />
    </li>
  )
}

function SettingRow({ row, picker }: { row: Row; picker: Picker }) {
  const { locale, draft } = picker
  const texts = locale.messages.picker
  const subject = { card: draft!.card, feature: draft!.feature, locale }
  const says = row.value === undefined ? undefined : valueText(subject, row.name, row.value)
  return (
    <li>
      <span class="picker-name">{row.label}</span>
      <span class={says === undefined ? 'lost' : 'n'}>{says ?? (row.seen ? texts.notUnderstood : texts.notYet)}</span>
      <Acts
        name={row.label}
        picker={picker}
        point={() => void picker.pointAtSetting(row.name)}
        forget={row.seen && (() => picker.forget(row.name))}
      />
      {row.unknown.map((words) =>
        row.options.length === 0 ? null : (
          <label class="means" key={words}>
            {fill(texts.means, { words }, locale)}
            <select
              onChange={(event: Event) => picker.means(row.name, words, (event.target as HTMLSelectElement).value)}
            >
              <option value=""> </option>
              {row.options.map((option) => (
                <option key={option} value={option}>
                  {option === 'true' || option === 'false'
                    ? valueText(subject, row.name, option === 'true')
                    : valueText(subject, row.name, option)}
                </option>
              ))}
            </select>
          </label>
        ),
      )}
    </li>
  )
}

/** A frame around an element of the page, drawn over it and out of its flow. */
function Frame({ element, kind }: { element: Element; kind: string }) {
  const { left, top, width, height } = element.getBoundingClientRect()
  const style = {
    transform: `translate(${left - 3}px, ${top - 3}px)`,
    inlineSize: `${width + 6}px`,
    blockSize: `${height + 6}px`,
  }
  return <div class={`frame ${kind}`} style={style} aria-hidden="true" />
}
