type Props = { sentence: string | null }

/**
 * Says what the act that led to this page has done. The act redirects to `?done=…`; the page knows a
 * closed list of what can have been done (`chooseDone`), so that an address cannot put words here.
 */
export function DoneNotice({ sentence }: Props) {
  if (sentence === null) return null
  return <output class="notice">{sentence}</output>
}

/** Which of a page's acts `?done=` names; null for none of them. */
export function chooseDone<Done extends string>(
  known: readonly Done[],
  given: string | undefined,
): Done | null {
  return known.find((done) => done === given) ?? null
}
