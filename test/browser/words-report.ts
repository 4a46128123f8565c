import assert from 'node:assert/strict'
import { publishEdition } from '../../src/editions/index.ts'
import { importReport } from '../../src/imports/index.ts'
import { grantRole, reportDomain } from '../../src/roles/index.ts'
import { operator } from '../../src/permissions.ts'
import { findReport, listWorkingBlocks } from '../../src/reports/index.ts'
import type { World } from '../world.ts'

const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mots</title><body>
<h1>Mots</h1><h2>Où l’on choisit</h2>
<p>La liste est à jour, et <a href="https://exemple.test/">la liste</a> est <strong>gra</strong>tuite<sup><a href="#n1">1</a></sup>.<br>La liste est la liste. Elle suffit.</p>
<ul><li>Un mot seul.</li></ul>
<table><tr><th>Demande</th><th>Délai</th></tr><tr><td>Écrite</td><td>3 mois</td></tr>
<tr><td>Orale</td><td>3 mois</td></tr></table>
<p>Une <em>dernière</em> phrase.</p><p id="n1">1. Une note.</p></body></html>`

export const wordsPath = '/fr/reports/mots'

/** A report whose passages have what makes it hard to say where words stand; ids by the words they begin with. */
export async function publishWords(world: World): Promise<void> {
  const { db } = world
  const about = {
    authors: null,
    commissioner: null,
    licence: null,
    editionPlannedFor: null,
    illustrative: true,
  }
  const file = { name: 'mots.html', bytes: Buffer.from(html) }
  const request = { slug: 'mots', file, reason: 'Essai', propositionWords: [], about }
  const imported = await importReport(db, operator, request, new Date())
  assert.ok(imported.ok)
  const report = await findReport(db, 'mots')
  assert.ok(report)
  const editor = await world.person({ name: 'Ève' })
  const grant = {
    personId: editor.actor.personId ?? 0,
    role: 'editor-in-chief' as const,
    domain: reportDomain(report),
  }
  await grantRole(db, operator, grant, new Date())
  const { actor } = await world.person({ name: 'Ève' })
  await publishEdition(db, actor, { report, unansweredConfirmed: false, seen: null }, new Date())
}

export async function blockIn({ db }: World, words: string): Promise<{ id: string; text: string }> {
  const report = await findReport(db, 'mots')
  const blocks = report ? await listWorkingBlocks(db, report.id) : []
  const block = blocks.find(({ text }) => text.includes(words))
  assert.ok(block, words)
  return block
}
