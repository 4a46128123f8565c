import type { Child } from 'hono/jsx'
import {
  figureWords,
  isHeading,
  splitNumbered,
  type Block,
  type Mark,
  type ParsedBlock,
} from '../text/index.ts'
import { columnsOfAmounts } from './columns-of-amounts.ts'
import { PictureView } from './picture-view.tsx'

/** Where a note that words refer to can be read, and what the link is called; null where it is nowhere. */
export type NoteLink = (number: string) => { href: string; label: string } | null

type MarkedProps = {
  block: Pick<Block, 'text' | 'marks'> & Partial<Pick<Block, 'sentences'>>
  noteLink?: NoteLink | undefined
}

/** Characters that set the direction of what follows them, until others end it, or the paragraph does (UAX #9). */
const turning = /[\u202A-\u202E\u2066-\u2069]/

/**
 * A block's words with their marks, as HTML; what it knows no element for stays plain text. What turns the direction
 * of a sentence does not turn the next one.
 */
export function MarkedText({ block, noteLink = () => null }: MarkedProps) {
  const isTurned = turning.test(block.text)
  // The space after a sentence stands on the side of the next.
  const spaceless = ({ end }: { end: number }) => block.text.slice(0, end).trimEnd().length
  const ends = isTurned ? (block.sentences ?? []).map(spaceless) : []
  const edges = [...ends, ...block.marks.flatMap((mark) => [mark.start, mark.end])]
  const cuts = [...new Set([0, ...edges, block.text.length])].toSorted((one, other) => one - other)
  return (
    <>
      {cuts.slice(1).map((end, at) => {
        const start = cuts[at] ?? 0
        const marks = block.marks.filter((mark) => mark.start <= start && mark.end >= end)
        const drawing = { raised: isRaised(marks), noteLink }
        const lines = <Lines text={block.text.slice(start, end)} />
        const inner = isTurned ? <span class="isolated">{lines}</span> : lines
        return wrapInMarks(inner, marks, drawing)
      })}
    </>
  )
}

/** Line feeds within a block were line breaks in its source. */
function Lines({ text }: { text: string }) {
  const lines = text.split('\n')
  return (
    <>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}

function isRaised(marks: readonly Mark[]): boolean {
  return marks.some(({ kind }) => kind === 'superscript')
}

type Drawing = { raised: boolean; noteLink: NoteLink }

function wrapInMarks(inner: Child, marks: readonly Mark[], drawing: Drawing): Child {
  const [mark, ...rest] = marks
  if (!mark) return inner
  const content = wrapInMarks(inner, rest, drawing)
  switch (mark.kind) {
    case 'strong':
      return <strong>{content}</strong>
    case 'emphasis':
      return <em>{content}</em>
    case 'link':
      return (
        <a href={mark.href} rel="nofollow noopener">
          {content}
        </a>
      )
    case 'language':
      return <span lang={mark.lang}>{content}</span>
    case 'superscript':
      return <sup>{content}</sup>
    case 'subscript':
      return <sub>{content}</sub>
    case 'note-reference': {
      const linked = <NoteReference link={drawing.noteLink(mark.note)}>{content}</NoteReference>
      // The text says it as well where it raises the number.
      return drawing.raised ? linked : <sup>{linked}</sup>
    }
  }
}

function NoteReference({ link, children }: { link: ReturnType<NoteLink>; children?: Child }) {
  if (!link) return <>{children}</>
  return (
    <a class="note-reference" href={link.href} aria-label={link.label}>
      {children}
    </a>
  )
}

type BlockProps = {
  block: Block
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6
  noteLink?: NoteLink | undefined
}

/** One block in its element; list items stand in a list of their own, nested by indentation. */
export function BlockText({ block, headingLevel, noteLink }: BlockProps) {
  if (isHeading(block)) {
    const Heading = `h${headingLevel}` as const
    return (
      <Heading>
        <HeadingText block={block} noteLink={noteLink} />
      </Heading>
    )
  }
  return NonHeading({ block, noteLink })
}

/** «Proposition 7» stands above its title, as a book sets it; its words are the same, to the letter. */
function HeadingText({ block, noteLink }: Omit<BlockProps, 'headingLevel'>) {
  const parts = block.marks.length === 0 ? splitNumbered(block.text, block.number) : null
  if (!parts) return <MarkedText block={block} noteLink={noteLink} />
  return (
    <>
      <span class="numbered">
        {parts.label}
        <span class="separator">{parts.separator}</span>
      </span>
      {parts.title}
    </>
  )
}

function NonHeading({ block, noteLink }: Omit<BlockProps, 'headingLevel'>) {
  switch (block.kind) {
    case 'list-item':
      return (
        <ul class={`items level-${Math.min(block.level, 4)}`}>
          <li>
            <MarkedText block={block} noteLink={noteLink} />
          </li>
        </ul>
      )
    case 'quote':
      return (
        <blockquote>
          <p>
            <MarkedText block={block} noteLink={noteLink} />
          </p>
        </blockquote>
      )
    case 'note':
      return (
        <p class="note">
          {block.number !== null && (
            <span class="aside">
              <sup>{block.number}</sup>{' '}
            </span>
          )}
          <MarkedText block={block} noteLink={noteLink} />
        </p>
      )
    case 'table':
      return <TableText text={block.text} />
    case 'figure':
      return <FigureText block={block} />
    default:
      return (
        <p>
          <MarkedText block={block} noteLink={noteLink} />
        </p>
      )
  }
}

/** A figure whose picture was not kept is its words. */
export function FigureText({ block }: { block: ParsedBlock }) {
  if (!block.picture) {
    return (
      <p>
        <MarkedText block={block} />
      </p>
    )
  }
  const { alternative, caption } = figureWords(block, block.picture)
  return (
    <figure class="picture">
      <PictureView picture={block.picture} alternative={alternative} />
      {caption.text !== '' && (
        <figcaption>
          <MarkedText block={caption} />
        </figcaption>
      )}
    </figure>
  )
}

/** Cells are joined by TAB, rows by LF; a table wider than the page scrolls by itself, also by keys. */
function TableText({ text }: { text: string }) {
  const [head = [], ...rows] = text.split('\n').map((row) => row.split('\t'))
  const amounts = columnsOfAmounts(rows)
  const classOf = (column: number) => (amounts.has(column) ? 'amount' : undefined)
  return (
    <section class="table" tabindex={0} aria-label={head.join(', ')}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" class={classOf(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td class={classOf(column)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
