import assert from 'node:assert/strict'
import { publishEdition } from '../../src/editions/index.ts'
import { operator } from '../../src/permissions.ts'
import { findReport } from '../../src/reports/index.ts'
import { grantRole, reportDomain } from '../../src/roles/index.ts'
import { dataUri, png } from '../picture-files.ts'
import { readInto } from '../read-again.ts'
import type { World } from '../world.ts'

/** Another report, whose ids are nothing to the first. */
export async function fillOther(world: World): Promise<void> {
  const shown = `<img alt="Une image" src="${dataUri('', png(2, 2))}">`
  const read = await readInto(world, `<h1>Autre</h1><p>Un mot.</p>${shown}`, { slug: 'autre' })
  const report = await findReport(world.db, 'autre')
  assert.ok(read.ok && report)
  const { personId } = (await world.person({ name: 'Odile' })).actor
  const domain = reportDomain(report)
  const granting = { personId: personId ?? 0, role: 'editor-in-chief' as const, domain }
  await grantRole(world.db, operator, granting, new Date())
  const odile = await world.person({ name: 'Odile' })
  const publication = { report, unansweredConfirmed: false, seen: null }
  assert.ok((await publishEdition(world.db, odile.actor, publication, new Date())).ok)
}
