import { defineTable, ForecostTable, type ForecostChoice } from './forecost-table'
import { addLanguage, languagesFrom } from './languages'

defineTable()

export { addLanguage, defineTable, languagesFrom, ForecostTable, type ForecostChoice }
