/** Signs that end or part what stands before them, and a dash that stands alone; not those that open or belong to a word. */
const closing = /^(?:[\s\p{Pe}\p{Pf}\p{Terminal_Punctuation}…·/|]|\p{Pd}(?=\s))*/u

/** Returns where the first word begins, with what opens it, of a text of which the beginning is left out; at the end where it has none. */
export function wordStart(text: string): number {
  return closing.exec(text)?.[0].length ?? 0
}
