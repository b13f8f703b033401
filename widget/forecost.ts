import { define } from './define'
import { ForecostCalculator, type ForecostChange } from './forecost-calculator'
import { ForecostPrice } from './forecost-price'
import { addLanguage, languagesFrom } from './languages'

define()

export { addLanguage, define, languagesFrom, ForecostCalculator, ForecostPrice, type ForecostChange }
