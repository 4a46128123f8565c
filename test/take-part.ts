import assert from 'node:assert/strict'
import { emptyFields } from '../src/contributions/forms.ts'
import { submitContribution, type Submission } from '../src/contributions/index.ts'
import type { Actor } from '../src/permissions.ts'
import { newFormKey } from '../src/spam/index.ts'
import { testMailing, type World } from './world.ts'

export type Somebody = Awaited<ReturnType<World['person']>>
export type Fields = { [name: string]: string }

export const reportPath = '/fr/reports/petite-loi'

/** The key of a form that was opened a while ago, and that nobody has sent yet. */
export function newKey(): string {
  return newFormKey(testMailing.key, new Date(Date.now() - writingMs))
}

/** Milliseconds, for which somebody was writing. */
const writingMs = 600_000

/** A form as a browser sends it: a remark, ready to be published, but for what is said otherwise. */
export function formOf(fields: Fields = {}): [string, string][] {
  return Object.entries({
    kind: 'remark',
    edition: '1',
    body: 'Une remarque.',
    key: newKey(),
    step: 'publish',
    ...fields,
  })
}

/** Sends the form of a contribution to that address; it is published. */
export async function publish(
  world: World,
  as: Somebody,
  { path = `${reportPath}/contributions`, ...fields }: Fields = {},
): Promise<number> {
  const sent = await world.post(path, formOf(fields), as)
  assert.equal(sent.status, 303, await sent.text())
  return numberIn(sent)
}

/** The number of the contribution whose receipt is led to. */
export function numberIn(sent: Response): number {
  const [, number] = /^\/fr\/contributions\/(\d+)\/receipt$/.exec(
    sent.headers.get('Location') ?? '',
  ) ?? [null, null]
  assert.ok(number, 'it leads to a receipt')
  return Number(number)
}

/** Publishes a remark on the report at that time, past the pages. */
export function submitAt(
  world: Pick<World, 'db' | 'report'>,
  actor: Actor,
  now: Date,
  said: Partial<Submission> = {},
) {
  const submission: Submission = {
    ...emptyFields,
    kind: 'remark',
    typed: { ...emptyFields.typed, body: 'Une remarque.' },
    report: world.report,
    editionNumber: 1,
    blockId: null,
    topicId: null,
    replyTo: null,
    lang: 'fr',
    idempotencyKey: newKey(),
    ...said,
  }
  return submitContribution(world.db, actor, submission, now)
}

export async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).text()
}

export async function statusOf(response: Promise<Response>): Promise<number> {
  return (await response).status
}

/** How many rows a table has. */
export async function countRows(
  { db }: World,
  table: 'contribution' | 'journal_entry' | 'receipt' | 'draft' | 'support' | 'revision' | 'mail',
): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
