import { fromHtml } from 'hast-util-from-html'
import { addresses } from './addresses.ts'
import { breakouts } from './breakouts.ts'
import { handlers } from './handlers.ts'
import { markdown } from './markdown.ts'
import { nesting } from './nesting.ts'

/** A text that would run `hit(number)` if anything took it for more than words. */
export type Vector = { number: number; text: string }

/** Each has its call in plain letters too, so that a page can be searched for it. */
export const vectors: readonly Vector[] = [
  ...new Set([...handlers, ...addresses, ...nesting, ...markdown, ...breakouts]),
].map((text, at) => numbered(text, at + 1))

function numbered(text: string, number: number): Vector {
  const call = text.includes('hit()') ? text : `${text} hit()`
  return { number, text: call.replaceAll('hit()', `hit(${number})`) }
}

/** The numbers of the vectors that stand in a page. */
export function numbersIn(page: string): number[] {
  return [...new Set([...page.matchAll(/hit\((\d+)\)/g)].map(([, number]) => Number(number)))]
}

/** Texts that fit together in so many UTF-16 units, joined; what fits nowhere is left out. */
export function packs(some: readonly Vector[], limit: number): string[] {
  const packed: string[] = []
  for (const { text } of some) {
    const last = packed.at(-1)
    const together = `${last} ${text}`
    if (last !== undefined && together.length <= limit) packed[packed.length - 1] = together
    else if (text.length <= limit) packed.push(text)
  }
  return packed
}

/** The vector where a field is long enough for it, or else its call alone. */
export function fit({ text, number }: Vector, limit: number): string {
  return text.length <= limit ? text : `hit(${number})`
}

/** What stands after it in a document is no element of its own any more. */
function swallows({ text }: Vector): boolean {
  const [, body] = fromHtml(`<body><div>${text}</div><hr class=after></body>`, {
    fragment: false,
  }).children.flatMap((child) => (child.type === 'element' ? child.children : []))
  return !(
    body?.type === 'element' &&
    body.children.some((child) => child.type === 'element' && child.tagName === 'hr')
  )
}

/** In groups of which at most the last swallows what comes after it: each is one document. */
export function groupVectors(): Vector[][] {
  const last = vectors.filter(swallows)
  const others = vectors.filter((vector) => !swallows(vector))
  const each = Math.ceil(others.length / last.length)
  return last.map((vector, at) => [...others.slice(at * each, (at + 1) * each), vector])
}
