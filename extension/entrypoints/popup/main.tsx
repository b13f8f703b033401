import { showPopup } from '../../popup/show'

void showPopup('popup')
