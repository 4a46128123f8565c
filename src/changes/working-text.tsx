import { inLanguage, inLocale } from '../platform/messages.ts'
import { BlockText, headingDepths, startOf, type PlacedBlock } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { addressesOf } from './addresses.ts'
import type { TextProps } from './text-props.ts'
import { words } from './words.ts'

/** The passages of one page, with what differs and what can be done beside each; or the places between them. */
export function WorkingText(props: TextProps) {
  const { report, part, moving } = props
  const first = part.page === 1
  const depths = headingDepths(part.blocks, false)
  return (
    <div class="reading working" {...inLanguage(report.lang)}>
      {first && <Gap {...props} after={null} />}
      {first && <Removed {...props} after="" />}
      {part.blocks.map((block) => (
        <>
          <div class={classOf(props, block)} id={block.id}>
            <BlockText block={block} headingLevel={depths.get(block.id) ?? 2} />
            {moving.length === 0 && <Beside {...props} block={block} />}
          </div>
          {moving.length > 0 && <Gap {...props} after={block} />}
          <Removed {...props} after={block.id} />
        </>
      ))}
    </div>
  )
}

function classOf({ comparison, moving }: TextProps, { id, kind }: PlacedBlock): string {
  const moved = moving.some((one) => one.id === id)
  return ['block', kind, comparison.differences.get(id), moved && 'moving']
    .filter(Boolean)
    .join(' ')
}

type BesideProps = TextProps & { block: PlacedBlock }

function Beside({ frame, report, comparison, block }: BesideProps) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const start = startOf(block)
  const difference = comparison.differences.get(block.id)
  return (
    <div class="tools-beside" {...inLocale(locale)}>
      {difference && (
        <span class="difference">
          {say('difference', { difference: difference.replaceAll('-', '_') })}
        </span>
      )}
      <a href={there.block(block.id)} aria-label={say('change-this-of', { start })}>
        {say('change-this')}
      </a>
      <a href={there.inserting(block.id)} aria-label={say('insert-below-of', { start })}>
        {say('insert-below')}
      </a>
    </div>
  )
}

type GapProps = TextProps & { after: PlacedBlock | null }

/** Where a passage can be put in, or the one that is moved. */
function Gap(props: GapProps) {
  const { frame, report, part, moving, after } = props
  const { locale } = frame
  const [first] = moving
  if (first && after && moving.some(({ id }) => id === after.id)) return null
  if (first && after && stands(part.blocks, after, first)) return null
  return (
    <p class="gap" {...inLocale(locale)}>
      {first ? (
        <PutHere {...props} first={first} />
      ) : (
        <a href={addressesOf(locale, report).inserting(null)}>{words(locale)('insert-at-start')}</a>
      )}
    </p>
  )
}

function PutHere({ frame, report, returning, because, after, first }: GapProps & { first: Block }) {
  const say = words(frame.locale)
  const there = addressesOf(frame.locale, report)
  const address = returning ? there.restoring : there.moving
  const label = after ? say('put-after', { start: startOf(after) }) : say('put-at-start')
  return (
    <a href={address(first.id, after?.id ?? null, because)} aria-label={label}>
      {after ? say('put-here') : label}
    </a>
  )
}

/** It stands there now. */
function stands(blocks: readonly Block[], after: Block, first: Block): boolean {
  return blocks[blocks.indexOf(after) + 1]?.id === first.id
}

type RemovedProps = TextProps & { after: string }

/** What was taken out there since the latest edition: it can be put back. */
function Removed({ frame, report, part, comparison, after }: RemovedProps) {
  const { locale } = frame
  const say = words(locale)
  return (
    <>
      {(part.removed.get(after) ?? []).map((block) => (
        <p class="taken-out" {...inLocale(locale)}>
          {say(comparison.merged.has(block.id) ? 'merged-here' : 'taken-out')}{' '}
          <a href={addressesOf(locale, report).block(block.id)}>
            <bdi {...inLanguage(report.lang)}>{startOf(block)}</bdi>
          </a>
        </p>
      ))}
    </>
  )
}
