import { keyOf, kinds } from '../contributions/index.ts'
import { isHeading } from '../text/index.ts'
import { FormField } from '../ui/form-field.tsx'
import { startOf } from '../reports/index.ts'
import { addressesOf } from './addresses.ts'
import type { QueueProps } from './queue-props.ts'
import { ages, countIn, isNarrow, isUsual, obstacles, orders, origins } from './selection.ts'
import { words } from './words.ts'

type Option = { value: string; label: string; lang?: string }
type SelectProps = { name: string; label: string; options: Option[]; chosen: string }

/** What is left out of the queue, and its order; out of the way while one page holds all of it. */
export function QueueFilters(props: QueueProps) {
  const { frame, selection, pages } = props
  const say = words(frame.locale)
  return (
    <details class="filters" open={isNarrow(selection) || !isUsual(selection) || pages > 1}>
      <summary>
        {say('filter-and-order')} <span class="hint">{say(`order-${selection.order}`)}</span>
      </summary>
      <FilterForm {...props} />
    </details>
  )
}

function FilterForm(props: QueueProps) {
  const { frame, report, selection } = props
  const say = words(frame.locale)
  const { queue } = addressesOf(frame.locale, report)
  return (
    <form method="get" action={queue} class="selection">
      {selection.answered && <input type="hidden" name="answered" value="1" />}
      <Select name="kind" label={say('filter-kind')} {...kindOptions(props)} />
      <Select name="under" label={say('filter-passage')} {...passageOptions(props)} />
      <Select name="older" label={say('filter-age')} {...ageOptions(props)} />
      <Select name="origin" label={say('filter-origin')} {...originOptions(props)} />
      {!selection.answered && (
        <Select name="obstacle" label={say('filter-obstacle')} {...obstacleOptions(props)} />
      )}
      <Select name="order" label={say('order')} {...orderOptions(props)} />
      <button class="quiet" type="submit">
        {say('filter')}
      </button>
      {isNarrow(selection) && (
        <a href={selection.answered ? `${queue}?answered=1` : queue}>{say('drop-filters')}</a>
      )}
    </form>
  )
}

function Select({ name, label, options, chosen }: SelectProps) {
  return (
    <FormField id={name} label={label}>
      {(described) => (
        <select {...described} name={name}>
          {options.map(({ value, label: text, lang }) => (
            <option value={value} selected={value === chosen} lang={lang}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

type Options = Pick<SelectProps, 'options' | 'chosen'>

/** Each kind with how many of it there are; what there is none of is left out, unless it is chosen. */
function kindOptions({ frame, selection, counts }: QueueProps): Options {
  const say = words(frame.locale)
  const { answered } = selection
  const sized = kinds.map((kind) => ({ kind, count: countIn(counts, { kind, answered }) }))
  const all = countIn(counts, { kind: null, answered })
  const options = sized
    .filter(({ kind, count }) => count > 0 || kind === selection.kind)
    .map(({ kind, count }) => ({ value: kind, label: say('kind', { kind: keyOf(kind), count }) }))
  return {
    options: [{ value: '', label: say('every-kind', { count: all }) }, ...options],
    chosen: selection.kind ?? '',
  }
}

const noBreakSpace = '\u00A0'

/** The outline of the text now read; a passage that is no heading is there once it is chosen. */
function passageOptions({ frame, report, blocks, selection }: QueueProps): Options {
  const { under } = selection
  const { lang } = report
  const headings = blocks.filter((block) => isHeading(block) || block.id === under)
  const top = Math.min(...headings.filter(isHeading).map(({ level }) => level))
  const options = headings.map((block) => {
    const depth = isHeading(block) ? block.level - top : 0
    return { value: block.id, label: noBreakSpace.repeat(3 * depth) + startOf(block), lang }
  })
  const say = words(frame.locale)
  const gone = under !== null && !headings.some(({ id }) => id === under)
  return {
    options: [
      { value: '', label: say('every-passage') },
      ...(gone ? [{ value: under, label: say('passage-not-read') }] : []),
      ...options,
    ],
    chosen: under ?? '',
  }
}

function ageOptions({ frame, selection }: QueueProps): Options {
  const say = words(frame.locale)
  const options = ages.map((days) => ({
    value: String(days),
    label: say('older-than', { count: days }),
  }))
  return {
    options: [{ value: '', label: say('every-age') }, ...options],
    chosen: String(selection.older ?? ''),
  }
}

function originOptions({ frame, selection }: QueueProps): Options {
  const say = words(frame.locale)
  const options = origins.map((origin) => ({ value: origin, label: say(`origin-${origin}`) }))
  return {
    options: [{ value: '', label: say('every-origin') }, ...options],
    chosen: selection.origin ?? '',
  }
}

function obstacleOptions({ frame, selection }: QueueProps): Options {
  const say = words(frame.locale)
  const options = obstacles.map((value) => ({ value, label: say(`obstacle-${value}`) }))
  return {
    options: [{ value: '', label: say('every-obstacle') }, ...options],
    chosen: selection.obstacle ?? '',
  }
}

function orderOptions({ frame, selection }: QueueProps): Options {
  const say = words(frame.locale)
  const options = orders.map((order) => ({ value: order, label: say(`order-${order}`) }))
  return { options, chosen: selection.order }
}
