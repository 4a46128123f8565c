type Props = {
  sentence: string | null
  /** The key of the form that was received: the browser need not keep its text any longer. */
  received?: string | null
}

/**
 * Says what the act that led to this page has done. The act redirects to `?done=…`; the page knows a
 * closed list of what can have been done (`chooseDone`), so that an address cannot put words here.
 */
export function DoneNotice({ sentence, received = null }: Props) {
  if (sentence === null) return null
  if (received === null) return <output class="notice">{sentence}</output>
  return (
    <output class="notice" data-behaviour="received" data-key={received}>
      {sentence}
    </output>
  )
}

/** Which of a page's acts `?done=` names; null for none of them. */
export function chooseDone<Done extends string>(
  known: readonly Done[],
  given: string | undefined,
): Done | null {
  return known.find((done) => done === given) ?? null
}
