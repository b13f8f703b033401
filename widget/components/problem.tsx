export const problemId = (id: string, text: string | undefined): string | undefined =>
  text ? `${id}-problem` : undefined

/** What is wrong with the value of a control, named by its `aria-describedby`. */
export function Problem({ id, text }: { id: string; text?: string }) {
  return text ? (
    <small class="problem-text" id={problemId(id, text)}>
      {text}
    </small>
  ) : null
}
