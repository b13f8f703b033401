/** What a record holds under a name of its own: one from outside may have any name, "constructor" too. */
export const own = <T>(record: { [name: string]: T } | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined
