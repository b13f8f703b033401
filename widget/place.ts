/** Where this script came from; its languages lie beside it. A classic script is told only while it runs. */
export const here: string | undefined =
  (globalThis.document?.currentScript as HTMLScriptElement | null | undefined)?.src ?? import.meta.url
