/** The box for the member's words; what is in it has no price. */
export const prompt = (placeholder: string, label = 'Prompt') =>
  ({ kind: 'words', name: 'prompt', label, rows: 4, max: 5000, placeholder, unpriced: true }) as const
