import assert from 'node:assert/strict'
import { publishEdition } from '../src/editions/index.ts'
import { importReport } from '../src/imports/index.ts'
import { operator, reportScope } from '../src/permissions.ts'
import {
  findReport,
  listEditionBlocks,
  requireEdition,
  type PlacedBlock,
} from '../src/reports/index.ts'
import type { World } from './world.ts'

/** Makes a file the first edition of a report of that slug, and returns its text. */
export async function publishFile(
  world: World,
  slug: string,
  file: { name: string; bytes: Uint8Array },
): Promise<PlacedBlock[]> {
  const about = {
    authors: null,
    commissioner: null,
    licence: null,
    editionPlannedFor: null,
    illustrative: true,
  }
  const request = { slug, file, reason: 'Premier texte', propositionWords: [], about }
  const imported = await importReport(world.db, operator, request, new Date())
  assert.ok(imported.ok, JSON.stringify(imported))
  const report = await findReport(world.db, slug)
  assert.ok(report)
  const { actor } = await world.person({ name: 'Salomé' })
  const signer = {
    ...actor,
    grants: [{ role: 'editor-in-chief' as const, scope: reportScope(report.id) }],
  }
  const publication = { report, unansweredConfirmed: false, seen: null }
  assert.ok((await publishEdition(world.db, signer, publication, new Date())).ok)
  const { edition } = await requireEdition(world.db, slug, 'latest')
  return listEditionBlocks(world.db, edition.id)
}

/** A text whose first part is too long for one page: two chapters of 9,000 words and some. */
export function longText(): { name: string; bytes: Uint8Array } {
  const half = 'mot '.repeat(4500)
  const chapter = (title: string, rest: string) => `### ${title}\n\n${half}\n\n${half}\n\n${rest}`
  const source = [
    '# Un long rapport',
    '## Partie\n\nDes mots avant.',
    chapter('Premier', 'Des mots dedans.'),
    chapter('Second', 'Et encore.'),
    '## Suite\n\nFin.',
  ]
  return { name: 'long.md', bytes: Buffer.from(source.join('\n\n')) }
}
