import { accountStyle } from './account-row'
import { balanceStyle } from './balance'
import { billStyle } from './bill'
import { chipStyle } from './chip'
import { formStyle } from './form'
import { limitStyle } from './limit-list'
import { markStyle } from './mark'
import { noticeStyle } from './notice'
import { panelStyle } from './panel'

// Components are plain functions of their props: no hooks, no signals of their own, no browser-extension API.
export { AccountRow, type AccountRowProps } from './account-row'
export { Balance } from './balance'
export { Bill } from './bill'
export { Chip, chipState, chipTexts, type ChipProps, type ChipState } from './chip'
export { Form, type FormProps } from './form'
export { ListField } from './list-field'
export { GrantList, type GrantListProps } from './grant-list'
export { LimitList, type LimitListProps } from './limit-list'
export { Mark } from './mark'
export { Notice, type NoticeProps } from './notice'
export { Panel, type PanelProps } from './panel'
export { Sources } from './sources'

/** Styles of the overlay (`tokens` and `base` of widget/tokens come first). */
export const overlayStyles = [markStyle, chipStyle, panelStyle, billStyle, balanceStyle, noticeStyle]
/** Styles of the popup and the other pages of the extension. */
export const pageStyles = [...overlayStyles, accountStyle, limitStyle, formStyle]
