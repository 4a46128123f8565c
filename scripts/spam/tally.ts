import type { Db } from '../../src/platform/db/connect.ts'
import type { Sent } from './attack.ts'
import { strategies } from './strategies.ts'

export type Row = {
  strategy: string
  is: string
  posts: number
  held: number
  /**
   * Not received, and told so with their words kept: 429, one account sends so much in an hour and no more; 422, it sent
   * other words with that form already.
   */
  refused: number
  published: number
  /** How often each sign stood on what was held. */
  signs: [string, number][]
  /** With which status how many were refused. */
  statuses: [string, number][]
}

export type Tally = { spam: Row[]; honest: Row; delayed: { body: string; signs: string[] }[] }

/** What became of each strategy's posts, as the database has it. */
export async function tally(db: Db, sent: readonly Sent[]): Promise<Tally> {
  const holds = await db
    .selectFrom('moderation_hold')
    .select(['contribution_number as number', 'signs'])
    .where('ended_at', 'is', null)
    .execute()
  const signsOf = new Map(holds.map(({ number, signs }) => [number, signs]))
  const heldSigns = ({ outcome }: Sent) =>
    'number' in outcome ? signsOf.get(outcome.number) : undefined
  const rowOf = ({ name, is }: { name: string; is: string }): Row => {
    const own = sent.filter(({ post }) => post.strategy === name)
    const held = own.flatMap((one) => heldSigns(one) ?? [])
    const refused = own.filter(({ outcome }) => 'status' in outcome)
    const strange = refused.find(
      ({ outcome }) => 'status' in outcome && ![422, 429].includes(outcome.status),
    )
    if (strange) throw new Error(`answered with ${JSON.stringify(strange)}`)
    const count = own.filter((one) => heldSigns(one)).length
    return {
      strategy: name,
      is,
      posts: own.length,
      held: count,
      refused: refused.length,
      published: own.length - count - refused.length,
      signs: countEach(held),
      statuses: countEach(
        refused.flatMap(({ outcome }) => ('status' in outcome ? [String(outcome.status)] : [])),
      ),
    }
  }
  const honest = sent.filter(({ post }) => post.strategy === 'honest')
  return {
    spam: strategies.map(rowOf),
    honest: rowOf({ name: 'honest', is: 'arguments of a consultation, 40 people, one address' }),
    delayed: honest.flatMap((one) => {
      const signs = 'status' in one.outcome ? [`refused ${one.outcome.status}`] : heldSigns(one)
      return signs ? [{ body: one.post.body, signs }] : []
    }),
  }
}

function countEach(signs: readonly string[]): [string, number][] {
  const names = [...new Set(signs)]
  return names
    .map((name): [string, number] => [name, signs.filter((sign) => sign === name).length])
    .toSorted(([, one], [, other]) => other - one)
}

export const bar = { heldBack: 0.98, delayed: 2 }

/** Of the spam that was received, the share that waits for a moderator: what was refused counts for nothing. */
export function shareHeldBack({ spam }: Tally): number {
  const sum = (count: (row: Row) => number) => spam.reduce((all, row) => all + count(row), 0)
  return sum((row) => row.held) / Math.max(1, sum(receivedOf))
}

function receivedOf({ posts, refused }: Row): number {
  return posts - refused
}

export function isReached(counted: Tally): boolean {
  return shareHeldBack(counted) >= bar.heldBack && counted.delayed.length <= bar.delayed
}

/** The table by strategy, as plain text. */
export function writeTally(counted: Tally): string {
  const heads = ['strategy', 'posts', 'refused', 'received', 'held', 'published', 'held back']
  const rows = [...counted.spam, counted.honest].map((row) => [
    row.strategy,
    ...[row.posts, row.refused, receivedOf(row), row.held, row.published].map(String),
    percent(row.held / Math.max(1, receivedOf(row))),
  ])
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  const why = counted.spam.flatMap(({ strategy, is, signs, statuses }) => [
    `${strategy} (${is}): ${list(signs)}`,
    ...(statuses.length > 0 ? [`  refused with: ${list(statuses)}`] : []),
  ])
  const delayed = counted.delayed.map(
    ({ body, signs }) =>
      `  delayed for ${signs.join(', ')}: ${body.slice(0, 100).replaceAll(/\s+/g, ' ')}`,
  )
  const share = shareHeldBack(counted)
  return [
    line(heads),
    ...rows.map(line),
    '',
    ...why,
    '',
    `of the spam received, held back: ${percent(share)} (at least ${percent(bar.heldBack)}); honest posts delayed: ${counted.delayed.length} of ${counted.honest.posts} (at most ${bar.delayed})`,
    ...delayed,
  ].join('\n')
}

function list(counts: [string, number][]): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(', ')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
