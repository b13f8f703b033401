/** For how long after a press what is left is said to be read, in milliseconds; then what was known last is shown as old. */
export const PENDING_FOR = 8000
