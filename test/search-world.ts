import assert from 'node:assert/strict'
import { publishEdition } from '../src/editions/index.ts'
import { importReport } from '../src/imports/index.ts'
import { listGrants } from '../src/people/index.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { operator, type Actor } from '../src/permissions.ts'
import { findReport } from '../src/reports/index.ts'
import type { World } from './world.ts'

/** Makes a Markdown text the next edition of the report of that name, in its language. */
export async function publishText(
  { db }: World,
  actor: Actor,
  { slug, lang, text }: { slug: string; lang: string; text: string },
): Promise<void> {
  const about = {
    authors: null,
    commissioner: null,
    licence: null,
    editionPlannedFor: null,
    illustrative: true,
  }
  const bytes = Buffer.from(`---\ntitle: ${slug}\nlang: ${lang}\n---\n${text}`)
  const file = { name: 'text.md', bytes }
  const request = { slug, file, reason: 'Le texte', propositionWords: [], about }
  assert.ok((await importReport(db, operator, request, new Date())).ok, slug)
  const report = await findReport(db, slug)
  assert.ok(report)
  const personId = actor.personId ?? 0
  await grantRole(
    db,
    operator,
    { personId, role: 'editor-in-chief', domain: reportDomain(report) },
    new Date(),
  )
  const editor = { ...actor, grants: await listGrants(db, personId, new Date()) }
  const publication = { report, unansweredConfirmed: true, seen: null }
  assert.ok((await publishEdition(db, editor, publication, new Date())).ok, slug)
}

/** What a page of results shows: how many in each group, and each result's words, the found ones in [ ]. */
export async function search(world: World, slug: string, query: string, more = '') {
  const path = `/fr/reports/${slug}/search?q=${encodeURIComponent(query)}${more}`
  const response = await world.get(path)
  assert.equal(response.status, 200, path)
  const page = await response.text()
  const counts = /texte \((\d+)\)[^]*contributions \((\d+)\)/.exec(page)
  const found = [...page.matchAll(/<p class="words[^>]*>([^]*?)<\/p>/g)].map(([, words = '']) =>
    words.replaceAll(/<\/?mark>/g, (tag) => (tag === '<mark>' ? '[' : ']')),
  )
  return { page, text: Number(counts?.[1] ?? 0), said: Number(counts?.[2] ?? 0), found }
}
