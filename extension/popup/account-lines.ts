import type { Account } from '../../core/account'
import type { Shown } from './accounts'
import { forecastLine } from './forecast'
import type { Popup } from './state'

/** What stands right under an account in the popup: one function a line, in the order of importance. */
export type AccountLine = (props: { one: Shown; account: Account; popup: Popup }) => preact.JSX.Element | null

const lines: AccountLine[] = [forecastLine]

export const linesOf = (props: Parameters<AccountLine>[0]) => lines.map((line) => line(props))
