/** Gives a behaviour to every element that asks for it in `data-behaviour`. */
export function attach(behaviour: string, give: (element: HTMLElement) => void): void {
  const asking = `[data-behaviour~="${behaviour}"]`
  for (const element of document.querySelectorAll<HTMLElement>(asking)) give(element)
}

/** Fills the places of a sentence that the page holds: « {count} » by what is counted. */
export function fillIn(
  sentence: string | undefined,
  facts: Record<string, number | string>,
): string {
  return (sentence ?? '').replace(/\{(\w+)\}/g, (place, name: string) => {
    const fact = facts[name]
    if (fact === undefined) return place
    return typeof fact === 'number' ? fact.toLocaleString(document.documentElement.lang) : fact
  })
}
