import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { importConsultation } from '../../../src/consultations/index.ts'
import { operator } from '../../../src/permissions.ts'
import { findReport } from '../../../src/reports/index.ts'
import { smallConsultation } from '../../consultation-files.ts'
import { publishFile } from '../../publish-file.ts'
import { smallBill, type World } from '../../world.ts'
import { fit, packs, vectors } from './vectors.ts'

const slug = 'concertee'
const createdAt = '2026-03-04T10:30:00+0100'
const section = '1 Section 1 — Clarté des services publics'
const votes = { agree: 1, mixed: 2, disagree: 3 }

/** A report with what was said of it elsewhere: every vector as markup, as a title, as a name and as a link. */
export async function fillConsultation(world: World): Promise<{ slug: string; pages: string[] }> {
  await publishFile(world, slug, { name: 'loi.html', bytes: await readFile(smallBill) })
  const report = await findReport(world.db, slug)
  assert.ok(report)
  const [name = '', licence = ''] = packs(vectors, 150)
  const contributions = Buffer.from(JSON.stringify(writeContributions()))
  const request = {
    report,
    about: { name, url: `https://example.org/?${name.replaceAll(/\s/g, '')}`, licence },
    files: {
      bill: { name: 'bill.json', bytes: await readFile(smallConsultation.bill) },
      contributions: { name: 'contributions.json', bytes: contributions },
    },
    tell: () => {},
  }
  const imported = await importConsultation(world.db, operator, request, new Date())
  assert.ok(imported.ok, JSON.stringify(imported))
  const rows = await world.db
    .selectFrom('contribution')
    .select('number')
    .where('report_id', '=', report.id)
    .orderBy('number')
    .execute()
  const { id } = await world.db
    .selectFrom('consultation')
    .select('id')
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow()
  const lists = Array.from({ length: Math.ceil(rows.length / 20) }, (_, at) => at + 1)
  return {
    slug,
    pages: [
      `/fr/consultations/${id}`,
      ...lists.map((page) => `/fr/reports/${slug}/contributions?page=${page}`),
      ...rows.filter((_, at) => at % 50 === 0).map(({ number }) => `/fr/contributions/${number}`),
    ],
  }
}

function writeContributions() {
  const readable = vectors.map(({ number, text }) => ({ number, text: text.replaceAll('\0', '') }))
  const proposals = readable.map((vector) => ({
    id: 1000 + vector.number,
    author: `${fit(vector, 70)} ${vector.number}`,
    section,
    title: fit(vector, 200),
    bodyHtml: `<p>Dit :</p>${vector.text}`,
    explanationHtml: vector.text,
    createdAt,
    votes,
  }))
  const replies = readable.map((vector) => ({
    id: 1000 + vector.number,
    on: 1000 + vector.number,
    author: fit(vector, 80),
    body: vector.text,
    createdAt,
    supports: 1,
  }))
  return {
    proposals,
    arguments: replies.map((reply) => ({ ...reply, side: 'for' })),
    sources: replies.slice(0, 100).map((reply) => ({
      ...reply,
      title: reply.body,
      link: `https://example.org/?${reply.body.replaceAll(/\s/g, '')}`,
      category: reply.body,
    })),
  }
}
