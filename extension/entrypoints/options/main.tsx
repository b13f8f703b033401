import { render } from 'preact'
import { browser } from '../../browser'
import { openPage } from '../../pages/page'
import { alertsStyle } from '../../options/alerts'
import { accountsStyle } from '../../options/accounts/section'
import { OptionsPage, optionsStyle } from '../../options/options'
import { createOptions } from '../../options/state'

const options = createOptions(await openPage(optionsStyle, accountsStyle, alertsStyle))
await options.read()
render(<OptionsPage options={options} />, document.body)
browser.storage.onChanged.addListener(() => void options.read())
browser.permissions.onAdded.addListener(() => void options.read())
browser.permissions.onRemoved.addListener(() => void options.read())
