import assert from 'node:assert/strict'
import type { Report } from '../src/reports/index.ts'
import { origin, type World } from './world.ts'

export const workshop = '/fr/workshop/reports/petite-loi'

type Sending = {
  name: string
  bytes: string | Uint8Array
  reason?: string
  words?: string
  /** The report's slug. */
  to?: string
}

/** Sends a file as the page's own form does. */
export async function sendFile(
  world: World,
  { name, bytes, reason = 'Version corrigée', words = '', to = 'petite-loi' }: Sending,
  as?: { cookie: string },
): Promise<Response> {
  const form = new FormData()
  form.append('reason', reason)
  form.append('words', words)
  const content = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  form.append('file', new File([content], name))
  return world.app.request(`${origin}/fr/workshop/reports/${to}/import`, {
    method: 'POST',
    headers: { ...(as && { Cookie: as.cookie }), Origin: origin },
    body: form,
  })
}

/** The address of the preview of a file that can be read. */
export async function previewOf(
  world: World,
  sending: Sending,
  as: { cookie: string },
): Promise<string> {
  const sent = await sendFile(world, sending, as)
  assert.equal(sent.status, 303, await sent.clone().text())
  return sent.headers.get('Location') ?? ''
}

/** Accepts a preview as it is shown now. */
export async function accept(
  world: World,
  preview: string,
  as: { cookie: string },
): Promise<Response> {
  return world.post(`${preview}/acceptance`, await acceptanceForm(world, preview, as), as)
}

export async function acceptanceForm(
  world: World,
  preview: string,
  as: { cookie: string },
): Promise<[string, string][]> {
  const page = await (await world.get(preview, as)).text()
  const valueOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1]
  return [
    ['digest', valueOf('digest') ?? ''],
    ['sha256', valueOf('sha256') ?? ''],
  ]
}

/** How many rows a refusal must leave as they were. */
export async function countRows(world: World): Promise<Record<string, number>> {
  const tables = ['working_block', 'block', 'change', 'change_cause', 'import_source'] as const
  const counts: Record<string, number> = {}
  for (const table of [...tables, 'upload', 'journal_entry'] as const) {
    const { count } = await world.db
      .selectFrom(table)
      .select((the) => the.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = Number(count)
  }
  return counts
}

/** Another report, without a text, and somebody who edits that one only. */
export async function openEmptyReport(world: World, slug: string): Promise<Report> {
  const { id } = await world.db
    .insertInto('report')
    .values({ slug, title: 'Vide', lang: 'fr', illustrative: true, created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rest = { authors: null, commissioner: null, licence: null, editionPlannedFor: null }
  return { ...rest, id, slug, title: 'Vide', lang: 'fr', illustrative: true }
}
