import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { importReport } from '../src/imports/index.ts'
import { operator } from '../src/permissions.ts'
import type { PlacedBlock } from '../src/reports/index.ts'
import { smallBill, type World } from './world.ts'

/** The small bill with one paragraph edited, one moved, one added and one removed. */
export async function editBill(): Promise<string> {
  const bill = await readFile(smallBill, 'utf8')
  const quote = '<blockquote><p>Une réponse tardive reste une réponse.</p></blockquote>'
  const motives = /<p>Exposé des motifs[^]*?<\/p>/.exec(bill)?.[0] ?? ''
  const edited = bill
    .replace('Le délai est de trois mois.', 'Le délai est de deux mois.')
    .replace(quote, `<p>Le silence vaut accord.</p>`)
    .replace('<li>Un sigle y est développé.</li>', '')
    .replace(motives, '')
    .replace('</ul>', `</ul>${motives}`)
  assert.ok(motives && !edited.includes('reste une réponse'))
  return edited
}

const about = {
  authors: null,
  commissioner: null,
  licence: null,
  editionPlannedFor: null,
  illustrative: false,
}

/** Reads a text as the command does. */
export function readInto(
  { db }: World,
  content: string,
  { slug = 'petite-loi', name = 'bill.html' } = {},
) {
  const file = { name, bytes: Buffer.from(content) }
  const request = { slug, reason: 'Essai', propositionWords: [], about, file }
  return importReport(db, operator, request, new Date())
}

export function idsBy(blocks: readonly PlacedBlock[]): Map<string, string> {
  return new Map(blocks.map(({ id, text }) => [text, id]))
}
