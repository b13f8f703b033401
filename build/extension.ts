/** Builds the add-on for Chromium and Firefox into `dist/extension/`: `npm run build:extension [chrome|firefox]`. */
import { build } from 'wxt'

const asked = process.argv.slice(2)
for (const browser of asked.length ? asked : ['chrome', 'firefox']) {
  await build({ browser })
}
