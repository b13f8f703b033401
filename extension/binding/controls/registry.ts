import type { Control } from '../shown'
import { checkbox } from './checkbox'
import { choiceGroup } from './choice-group'
import { combobox } from './combobox'
import { field } from './field'
import { files } from './files'
import { prompt } from './prompt'
import { radio } from './radio'
import { segments } from './segments'
import { select } from './select'
import { slider } from './slider'
import { stated } from './stated'
import { toggle } from './switch'
import { text } from './text'

/** Every kind of control, the more certain first: native state, the page's own word, ARIA, marks, plain words. */
export const controls: Control[] = [
  prompt,
  files,
  select,
  checkbox,
  field,
  stated,
  radio,
  slider,
  combobox,
  choiceGroup,
  toggle,
  segments,
  text,
]
