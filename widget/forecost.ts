import { define } from './define'
import { ForecostCalculator, type ForecostChange, type ForecostValues } from './forecost-calculator'
import { ForecostPrice } from './forecost-price'
import { addLanguage, languagesFrom } from './languages'
import { mount } from './mount'

define()

export {
  addLanguage,
  define,
  languagesFrom,
  mount,
  ForecostCalculator,
  ForecostPrice,
  type ForecostChange,
  type ForecostValues,
}
