import { render } from 'preact'
import { openPage } from '../../pages/page'
import { createTrial } from '../../welcome/trial'
import { WelcomePage, welcomeStyle } from '../../welcome/welcome'

const trial = createTrial(await openPage(welcomeStyle))
await trial.choose('runway')
render(<WelcomePage trial={trial} />, document.body)
