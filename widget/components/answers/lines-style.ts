/** The lines under a price, for the overlay. */
export const answerLinesStyle = `
.answers { display: grid; gap: var(--u); color: var(--quiet); border-block-start: 1px solid var(--line); padding-block-start: calc(var(--u) * 3); }
.answers [data-matters] { color: var(--text); font-weight: 600; }
`
