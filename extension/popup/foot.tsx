import { fill } from '../../core/locales/message'
import { sidePanelOpener } from './side-panel'
import type { Popup } from './state'

/** Where else to look: the history, the plan, the calculator, and the same beside the page. */
export function Foot({ popup: { locale, answers } }: { popup: Popup }) {
  const { popup: texts, answer, plan, history } = locale.messages
  const open = document.body.dataset['place'] === 'side' ? undefined : sidePanelOpener()
  const count = answers.planned.value
  return (
    <footer class="foot">
      <a href="/history.html" target="_blank">
        {history.link}
      </a>
      <a href="/plan.html" target="_blank">
        {count > 0 ? fill(answer.openPlan, { n: count }, locale) : plan.title}
      </a>
      <a href="/welcome.html" target="_blank">
        {texts.calculator}
      </a>
      {open && (
        <button type="button" class="link" onClick={open}>
          {texts.beside}
        </button>
      )}
    </footer>
  )
}

export const footStyle = `
.foot { display: flex; flex-wrap: wrap; gap: 6px 14px; }
[data-place=side] .popup { inline-size: auto; }
`
