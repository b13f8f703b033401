/** The shape that says the state beside the word: diamond all is well, triangle something is in the way, ring not known. */
export type Shape = 'diamond' | 'triangle' | 'ring'

export function Mark({ shape }: { shape: Shape }) {
  return <i class={`mark ${shape}`} aria-hidden="true" />
}

export const markStyle = `
.mark { flex: none; inline-size: 10px; block-size: 10px; background: currentColor; forced-color-adjust: none; }
.mark.diamond { clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
.mark.triangle { clip-path: polygon(50% 4%, 100% 96%, 0 96%); }
.mark.ring { background: none; border: 2px dotted currentColor; border-radius: 50%; }
@media (forced-colors: active) { .mark { color: CanvasText; } }
`
