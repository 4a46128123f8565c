import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { publishEdition } from '../src/editions/index.ts'
import { listEditionBlocks, requireEdition, type PlacedBlock } from '../src/reports/index.ts'
import { changeAs } from './change-by-hand.ts'
import { readInto } from './read-again.ts'
import { publish, reportPath, type Fields } from './take-part.ts'
import { smallBill, type World } from './world.ts'

/** Words of the bill, by what becomes of them in the second edition. */
export const fates = {
  kept: 'Un sigle y est développé.',
  split: 'La liste est gratuite.',
  moved: 'Les services publics parlent la langue',
  rewritten: 'Toute demande reçoit une réponse motivée.',
  edited: 'Une réponse tardive reste une réponse.',
  gone: 'Une lettre tient en une page.',
}

export type Fate = keyof typeof fates

let speakers = 0

/** Says something of exact words of the edition that is read, by somebody new. */
export async function sayOf(world: World, words: string, fields: Fields = {}): Promise<number> {
  const { edition } = await requireEdition(world.db, world.report.slug, 'latest')
  const block = await blockIn(world, edition.number, words)
  const somebody = await world.person({ name: `Autrice ${(speakers += 1)}` })
  const path = `${reportPath}/passages/${block.id}/contributions`
  return publish(world, somebody, { path, words, edition: String(edition.number), ...fields })
}

export async function blockIn(world: World, edition: number, words: string): Promise<PlacedBlock> {
  const found = await requireEdition(world.db, world.report.slug, String(edition))
  const blocks = await listEditionBlocks(world.db, found.edition.id)
  const block = blocks.find(({ text }) => text.includes(words))
  assert.ok(block, `edition ${edition} says ${words}`)
  return block
}

/** A contribution on each of these words; returns their numbers. */
export async function sayOfEach(world: World): Promise<Record<Fate, number>> {
  return {
    kept: await sayOf(world, fates.kept),
    split: await sayOf(world, fates.split),
    moved: await sayOf(world, fates.moved),
    rewritten: await sayOf(world, fates.rewritten),
    edited: await sayOf(world, fates.edited),
    gone: await sayOf(world, fates.gone),
  }
}

/**
 * The second text: a file moves a paragraph under another heading; an editor makes two passages of one, words a
 * sentence anew, another in part, and takes a list item out.
 */
export async function changeText(world: World): Promise<void> {
  const bill = await readFile(smallBill, 'utf8')
  const moved = /<p>Les services publics parlent[^]*?<\/p>/.exec(bill)?.[0] ?? ''
  const text = bill.replace(moved, '').replace('<blockquote>', `${moved}<blockquote>`)
  assert.ok((await readInto(world, text)).ok)
  const hands = changeAs(world, await world.person({ name: 'Salomé' }))
  await hands.split(fates.split, 2)
  const edit = async (on: string, wording: string) =>
    assert.equal((await hands.edit(on, { wording })).status, 303)
  await edit(fates.rewritten, 'Nul ne reste sans nouvelles. Le délai est de trois mois.')
  await edit(fates.edited, 'Une réponse tardive reste une réponse, et coûte.')
  await hands.remove(fates.gone)
}

export async function publishNext(world: World, now = new Date()): Promise<void> {
  const { actor } = await world.person({ name: 'Salomé' })
  const publication = { report: world.report, unansweredConfirmed: true, seen: null }
  assert.ok((await publishEdition(world.db, actor, publication, now)).ok)
}
