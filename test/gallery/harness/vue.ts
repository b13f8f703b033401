import { createApp, reactive, watch, type Component, type Plugin } from 'vue'
import { durations, models, ratios, resolutions, start, type Settings } from './settings'
import { pressed, submitted, tell } from './truth'

/** Mounts a site's template on the settings; `use` are the library's plugins. */
export function mount(
  template: string,
  use: (Plugin | [Plugin, unknown])[],
  components: Record<string, Component> = {},
): void {
  const settings = reactive({ ...start })
  for (const name of Object.keys(start) as (keyof Settings)[]) {
    watch(
      () => settings[name],
      (value) => tell(name, value as never),
    )
  }
  const app = createApp({
    template,
    components,
    setup: () => ({ s: settings, models, resolutions, ratios, durations, pressed, submitted }),
  })
  for (const plugin of use) Array.isArray(plugin) ? app.use(plugin[0], plugin[1]) : app.use(plugin)
  app.mount('#app')
}
