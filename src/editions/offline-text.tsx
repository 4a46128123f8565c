import type { Child } from 'hono/jsx'
import { inLocale, type Locale } from '../platform/messages.ts'
import { startOf, type PlacedBlock } from '../reports/index.ts'
import {
  figureText,
  groupBlocks,
  isHeading,
  referNotes,
  tableRows,
  type GroupedItem,
  type GroupedList,
  type Mark,
  type References,
} from '../text/index.ts'
import { OfflineWords, type ReferredNote } from './offline-words.tsx'
import { words } from './words.ts'

type Props = {
  locale: Locale
  blocks: readonly PlacedBlock[]
  /** The permanent address of a passage, with its site. */
  addressOf: (blockId: string) => string
  /** Where a figure's picture is in the folder; null where there is none. */
  pictureOf: (figure: PlacedBlock) => string | null
}

type Shown = Omit<Props, 'blocks'> & { references: References<PlacedBlock> }

/**
 * A whole text that is read with nothing else, and that `parseHtml` reads as the same blocks: what is set
 * around it says `data-not-text`. What HTML has no element for comes back otherwise: headings deeper than
 * its six levels are of the sixth, and a heading is what its level and words say, whatever editors made of it.
 */
export function OfflineText({ blocks, ...props }: Props) {
  const shown = { ...props, references: referNotes(blocks) }
  return (
    <>
      {groupBlocks(blocks).map((group) => {
        if (group.kind === 'list') return <List {...shown} list={group.list} />
        if (group.kind === 'block') return <Single {...shown} block={group.block} />
        return (
          <blockquote>
            {group.blocks.map((block) => (
              <Single {...shown} block={block} />
            ))}
          </blockquote>
        )
      })}
    </>
  )
}

type BlockProps = Shown & { block: PlacedBlock }

function Single(props: BlockProps) {
  const { block } = props
  if (block.kind === 'note') return <Note {...props} />
  return (
    <div class={`block ${block.kind}`} id={block.id}>
      {showBlock(props)}
      <Permalink {...props} />
    </div>
  )
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

function showBlock(props: BlockProps): Child {
  const { block } = props
  if (isHeading(block)) {
    const Heading = headings[block.level - 1] ?? 'h6'
    return (
      <Heading>
        <Words {...props} />
      </Heading>
    )
  }
  if (block.kind === 'table') return <Table {...props} />
  if (block.kind === 'figure') return <Figure {...props} />
  return (
    <p>
      <Words {...props} />
    </p>
  )
}

type MarkedWords = { text: string; marks: readonly Mark[]; from?: number }

/** `words`: those of a part of the block. */
function Words({ block, references, words: own = block }: BlockProps & { words?: MarkedWords }) {
  const { text, marks, from = 0 }: MarkedWords = own
  const noteOf = (mark: Mark): ReferredNote | undefined => {
    const start = from + mark.start
    const note = references.noteAt(block, start)
    if (!note) return undefined
    const first = references.firstTo(note)
    return { id: note.id, isFirst: first?.block === block && first.start === start }
  }
  return <OfflineWords words={{ text, marks }} noteOf={noteOf} />
}

function Permalink({ locale, block, addressOf }: BlockProps) {
  return (
    <a
      class="permalink"
      data-not-text=""
      {...inLocale(locale)}
      href={addressOf(block.id)}
      aria-label={words(locale)('address-of-passage', { start: startOf(block) })}
    >
      ¶
    </a>
  )
}

function List({ list, ...shown }: Shown & { list: GroupedList<PlacedBlock> }) {
  const { type, start, given, items } = list
  const children = items.map((item) => <Item {...shown} item={item} given={given} />)
  if (type === null) return <ul>{children}</ul>
  if (given) return <ol class="given">{children}</ol>
  return (
    <ol type={type === '1' ? undefined : type} start={start === 1 ? undefined : start}>
      {children}
    </ol>
  )
}

type ItemProps = Shown & { item: GroupedItem<PlacedBlock>; given: boolean }

function Item({ item: { block, lists }, given, ...shown }: ItemProps) {
  const nested = lists.map((list) => <List {...shown} list={list} />)
  if (block === null) return <li class="bare">{nested}</li>
  return (
    <li id={block.id} data-number={given ? block.number : undefined}>
      <Words {...shown} block={block} /> <Permalink {...shown} block={block} />
      {nested}
    </li>
  )
}

function Note(props: BlockProps) {
  const { block, references, locale } = props
  const back = references.firstTo(block)
  return (
    <aside class="block note" role="doc-footnote" id={block.id} data-number={block.number}>
      {block.number !== null && (
        <sup data-not-text="">
          {back ? (
            <a
              role="doc-backlink"
              href={`#to-${block.id}`}
              aria-label={words(locale)('back-to-reference', { number: block.number })}
            >
              {block.number}
            </a>
          ) : (
            block.number
          )}
        </sup>
      )}{' '}
      <Words {...props} /> <Permalink {...props} />
    </aside>
  )
}

function Table(props: BlockProps) {
  const [head = [], ...rows] = tableRows(props.block)
  const label = head.map(({ text }) => text).join(', ')
  return (
    <section class="table" tabindex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">
                <Words {...props} words={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>
                  <Words {...props} words={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A transparent point: where a figure has no picture, its alternative is shown in words. */
const noPicture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"

function Figure(props: BlockProps) {
  const { block, pictureOf } = props
  const { alternatives, caption } = figureText(block)
  const src = pictureOf(block)
  return (
    <figure data-alternative={src === null ? alternatives.join(' ') : undefined}>
      {alternatives.map((alt) => (
        <img src={src ?? noPicture} alt={alt} />
      ))}
      {caption && (
        <figcaption>
          <Words {...props} words={caption} />
        </figcaption>
      )}
    </figure>
  )
}
