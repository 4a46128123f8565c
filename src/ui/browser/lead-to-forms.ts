import type { ChosenWords } from './choose-range.ts'

/** Makes the links to the passage's forms take along the words that were chosen. */
export function leadToForms(within: ParentNode, { words, occurrence }: ChosenWords): void {
  const query = new URLSearchParams({ words })
  if (occurrence !== null) query.set('occurrence', String(occurrence))
  for (const link of within.querySelectorAll('a')) link.search = query.toString()
}
