import type { Contribution } from './contribution.ts'

/** In a body in the place of what was cut. Escaped, it is no link; the joiners tell it from what somebody typed. */
const mark = '\u2060\\[…\\]\u2060'

/** As `mark` reads once Markdown is parsed, in a code span too. */
export const cutMark = /\u2060\\?\[…\\?\]\u2060/u

/** A contribution as everybody reads it: without the words that moderation cut, marked where they stood. */
export function asShown<C extends Contribution>(contribution: C): C {
  const { cut, content, attachments } = contribution
  return cut
    ? {
        ...contribution,
        content: { ...content, body: cutOut(content.body, cut) },
        attachments: attachments.filter(({ sha256 }) => !cut.files.includes(sha256)),
      }
    : contribution
}

/** From the last to the first, so that what stands before keeps its place. */
function cutOut(body: string, { ranges }: NonNullable<Contribution['cut']>): string {
  return ranges.reduceRight(
    (left, { start, end }) => left.slice(0, start) + mark + left.slice(end),
    body,
  )
}
