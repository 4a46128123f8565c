import type { Child } from 'hono/jsx'
import type { Locale } from '../platform/messages.ts'
import { isHeading, markRuns, raisedIn, type ParsedBlock, type Run } from '../text/index.ts'
import { RaisedWords, raisedOnBoth, RedlineRuns } from './redline.tsx'
import { ShapeNote } from './shape-note.tsx'
import { TableRedlineView } from './table-redline.tsx'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

type Props = {
  locale: Locale
  old: readonly ParsedBlock[]
  now: readonly ParsedBlock[]
  /** What changed between their texts, each joined by LF. */
  runs: readonly Run[]
  /** Null where a heading is no heading of what is shown, as one that was removed. */
  headingLevel: HeadingLevel | null
  /** What became of its picture is shown beside. */
  pictured?: boolean
}

/** Blocks that became others, in the element of what they are now; what came or went is marked as a whole. */
export function RedlineBlock(props: Props) {
  const { locale, old, now, headingLevel, pictured = false } = props
  const block = now[0] ?? old[0]
  if (!block) return null
  if (isTable(old) && isTable(now)) {
    const [before = null, after = null] = [old, now].map((side) => side[0]?.text ?? null)
    return <TableRedlineView locale={locale} before={before} after={after} />
  }
  return (
    <>
      <InElement block={block} headingLevel={headingLevel}>
        <Words {...props} />
      </InElement>
      <ShapeNote locale={locale} old={old} now={now} pictured={pictured} />
    </>
  )
}

/** Or nothing, where the other side is one. */
function isTable(blocks: readonly ParsedBlock[]): boolean {
  return blocks.length < 2 && blocks.every(({ kind }) => kind === 'table')
}

function Words({ locale, old, now, runs }: Props) {
  if (old.length === 0)
    return (
      <ins>
        <Whole blocks={now} />
      </ins>
    )
  if (now.length === 0)
    return (
      <del>
        <Whole blocks={old} />
      </del>
    )
  // Where several became one, or one several, only words are compared.
  const [before = plain] = old.length === 1 && now.length === 1 ? old : []
  const [after = plain] = old.length === 1 && now.length === 1 ? now : []
  return (
    <RedlineRuns
      locale={locale}
      runs={markRuns(before, after, runs)}
      raised={raisedOnBoth(before.marks, after.marks)}
    />
  )
}

function Whole({ blocks }: { blocks: readonly Pick<ParsedBlock, 'text' | 'marks'>[] }) {
  const [block = plain] = blocks
  return <RaisedWords text={block.text} raised={raisedIn(block.marks)} />
}

const plain = { text: '', marks: [] }

type ElementProps = { block: ParsedBlock; headingLevel: HeadingLevel | null; children?: Child }

function InElement({ block, headingLevel, children }: ElementProps) {
  if (isHeading(block)) {
    if (headingLevel === null) return <p class="redline heading">{children}</p>
    const Heading = `h${headingLevel}` as const
    return <Heading class="redline">{children}</Heading>
  }
  switch (block.kind) {
    case 'list-item':
      return (
        <ul class={`items level-${Math.min(block.level, 4)}`}>
          <li class="redline">{children}</li>
        </ul>
      )
    case 'quote':
      return (
        <blockquote>
          <p class="redline">{children}</p>
        </blockquote>
      )
    case 'note':
      return <p class="redline note">{children}</p>
    default:
      return <p class="redline">{children}</p>
  }
}
