// The one import of the browser's extension API: the same promises in Chromium and Firefox.
export { default as browser } from 'webextension-polyfill'
export type { Alarms, Permissions, Runtime, Storage, Tabs } from 'webextension-polyfill'
