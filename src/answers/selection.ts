import { z } from 'zod'
import {
  kinds,
  type ContributionKind,
  type CountOfKind,
  type Listed,
} from '../contributions/index.ts'
import { isHeading, type Block } from '../text/index.ts'

export const orders = ['oldest', 'newest', 'supported', 'passage'] as const
export const ages = [7, 30, 90] as const
/** Why an amendment that waits cannot simply be taken, or not before others were looked at. */
export const obstacles = ['rivals', 'equals', 'changed', 'gone'] as const
export const origins = ['online', 'import'] as const

/** What of a report's contributions the queue shows, and in which order. */
export type Selection = {
  /** Those that have their answer; else those that wait for it. */
  answered: boolean
  kind: ContributionKind | null
  /** On this block, or on all below it where it is a heading. */
  under: string | null
  /** Published more than so many days ago. */
  older: (typeof ages)[number] | null
  origin: (typeof origins)[number] | null
  /** Of what waits: amendments that something stands in the way of. */
  obstacle: Obstacle | null
  order: (typeof orders)[number]
  page: number
}

export type Obstacle = (typeof obstacles)[number]

const form = z.object({
  answered: z.literal('1').nullable().catch(null),
  kind: z.enum(kinds).nullable().catch(null),
  under: z
    .string()
    .regex(/^[0-9a-z]{1,40}$/)
    .nullable()
    .catch(null),
  older: z.coerce
    .number()
    .pipe(z.union(ages.map((days) => z.literal(days))))
    .nullable()
    .catch(null),
  origin: z.enum(origins).nullable().catch(null),
  obstacle: z.enum(obstacles).nullable().catch(null),
  order: z.enum(orders).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

/** Reads the queue's address; what cannot be read is as if it were not asked. */
export function parseSelection(query: { [name: string]: string }): Selection {
  const { answered, obstacle, order, ...rest } = form.parse(query)
  const done = answered !== null
  const usual = { answered: done, order: order ?? usualOrder(done) }
  return { ...rest, ...usual, obstacle: done ? null : obstacle }
}

/** What waits longest comes first; of what is done, the last. */
function usualOrder(answered: boolean): Selection['order'] {
  return answered ? 'newest' : 'oldest'
}

/** The queue's address after its « ? »: says only what is not as usual. */
export function queryOf({ answered, order, page, ...narrowed }: Selection): string {
  const { kind, under, older, origin, obstacle } = narrowed
  const query = new URLSearchParams()
  if (answered) query.set('answered', '1')
  if (kind) query.set('kind', kind)
  if (under !== null) query.set('under', under)
  if (older !== null) query.set('older', String(older))
  if (origin) query.set('origin', origin)
  if (obstacle && !answered) query.set('obstacle', obstacle)
  if (order !== usualOrder(answered)) query.set('order', order)
  if (page > 1) query.set('page', String(page))
  return query.toString()
}

/** A query of the queue that came through a form, and only that: nothing else of what was sent stays. */
export function readBack(sent: string): string {
  return queryOf(parseSelection(Object.fromEntries(new URLSearchParams(sent))))
}

/** Whether anything is left out by more than the state of its answer. */
export function isNarrow({ kind, under, older, origin, obstacle }: Selection): boolean {
  return [kind, under, older, origin, obstacle].some((narrowed) => narrowed !== null)
}

/** Whether it is in the order that nobody had to ask for. */
export function isUsual({ answered, order }: Selection): boolean {
  return order === usualOrder(answered)
}

const day = 24 * 3600 * 1000

/** `editionId`: of the blocks; null while nothing is published. */
type Asking = {
  reportId: number
  editionId: number | null
  blocks: readonly Block[]
  now: Date
}

/** What the store is asked for; kinds are counted apart. */
export function listedBy(
  { under, older, origin }: Selection,
  { reportId, editionId, blocks, now }: Asking,
): Omit<Listed, 'kind' | 'waiting'> {
  return {
    reportId,
    on:
      under === null || editionId === null
        ? undefined
        : { editionId, blockIds: idsUnder(blocks, under), withLost: true },
    publishedBefore: older === null ? undefined : new Date(now.getTime() - older * day),
    origin: origin ?? undefined,
  }
}

/** A block, with everything below it where it is a heading; one that is no longer in the text stands alone. */
export function idsUnder(blocks: readonly Block[], id: string): string[] {
  const at = blocks.findIndex((block) => block.id === id)
  const top = blocks[at]
  if (!top || !isHeading(top)) return [id]
  const below = blocks.slice(at + 1)
  const end = below.findIndex((block) => isHeading(block) && block.level <= top.level)
  return [id, ...(end === -1 ? below : below.slice(0, end)).map((block) => block.id)]
}

/** How many are in that tab of the queue, of that kind or of all. */
export function countIn(
  counts: readonly CountOfKind[],
  { kind, answered }: Pick<Selection, 'kind' | 'answered'>,
): number {
  return counts
    .filter((one) => kind === null || one.kind === kind)
    .reduce((sum, one) => sum + (answered ? one.answered : one.waiting), 0)
}
