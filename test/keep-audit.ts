import assert from 'node:assert/strict'
import { criteria } from '../src/rgaa/index.ts'
import { textOf, type Somebody } from './take-part.ts'
import type { World } from './world.ts'

export const keeping = '/fr/admin/accessibility'

export const auditForm: [string, string][] = [
  ['auditedOn', '2026-01-15'],
  ['auditor', 'Atelier Égalité'],
  ['method', 'Avec NVDA et Firefox.'],
  ['exempted', 'Les cartes en ligne.'],
  ['title.new-1', 'Accueil'],
  ['address.new-1', '/fr'],
  ['title.new-2', 'Un passage'],
  ['address.new-2', '/fr/reports/petite-loi/passages/x'],
]

/** Begins to enter an audit of two pages, by another form each time; returns its id. */
export async function beginAudit(world: World, admin: Somebody): Promise<number> {
  const begun = await world.post(`${keeping}/audits`, auditForm, admin)
  const [, id] = /audits\/(\d+)\?done=begun$/.exec(begun.headers.get('Location') ?? '') ?? []
  assert.ok(id, await begun.text())
  return Number(id)
}

/** A whole grid as a table: so many criteria are not respected on the first page, all others are. */
export function gridOf({ pages, faults }: { pages: number; faults: number }): string {
  const rows = Array.from({ length: pages }, (_, at) => at + 1).flatMap((page) =>
    criteria.map((criterion, at) =>
      page === 1 && at < faults
        ? `${page},${criterion},NC,Un défaut.,${at === 1 ? 'Trop cher.' : ''},2090-03-01`
        : `${page},${criterion},C,,,`,
    ),
  )
  return ['page,criterion,result,note,derogation,remedy', ...rows]
    .map((row) => `${row}\r\n`)
    .join('')
}

/** Begins an audit and enters all of it; returns its id. */
export async function enterWhole(world: World, admin: Somebody, faults: number): Promise<number> {
  const id = await beginAudit(world, admin)
  const csv = gridOf({ pages: 2, faults })
  const entered = await world.post(`${keeping}/audits/${id}/findings`, [['csv', csv]], admin)
  assert.equal(entered.status, 303, await entered.text())
  return id
}

/** What the form at an address carries of what it was opened with. */
export async function readAt(world: World, path: string, as: Somebody): Promise<string> {
  const [, read] = /name="read" value="([^"]*)"/.exec(await textOf(world.get(path, as))) ?? []
  assert.ok(read !== undefined, path)
  return read
}

/** Publishes an audit that is whole, from the page that shows what that means. */
export async function publishAudit(world: World, admin: Somebody, id: number): Promise<Response> {
  const path = `${keeping}/audits/${id}/publication`
  return world.post(path, [['read', await readAt(world, path, admin)]], admin)
}
