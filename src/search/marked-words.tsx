import type { Excerpt, Piece } from './excerpt.ts'

/** Words as they stand in the text, with those that were found. */
export function MarkedWords({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</>
}

export function ExcerptWords({ excerpt: { pieces, before, after } }: { excerpt: Excerpt }) {
  return (
    <>
      {before && '… '}
      <MarkedWords pieces={pieces} />
      {after && ' …'}
    </>
  )
}
