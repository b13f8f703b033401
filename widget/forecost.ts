import { define } from './define'
import { ForecostCalculator, type ForecostChange } from './forecost-calculator'
import { ForecostPrice } from './forecost-price'
import { addLanguage } from './languages'

define()

export { addLanguage, define, ForecostCalculator, ForecostPrice, type ForecostChange }
