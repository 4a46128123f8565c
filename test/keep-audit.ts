import assert from 'node:assert/strict'
import { criteria } from '../src/rgaa/index.ts'
import type { Somebody } from './take-part.ts'
import type { World } from './world.ts'

export const keeping = '/fr/admin/accessibility'

/** Begins to enter an audit of two pages; returns its id. */
export async function beginAudit(world: World, admin: Somebody): Promise<number> {
  const form: [string, string][] = [
    ['auditedOn', '2026-01-15'],
    ['auditor', 'Atelier Égalité'],
    ['reference', 'RGAA 4.1.2'],
    ['method', 'Avec NVDA et Firefox.'],
    ['exempted', 'Les cartes en ligne.'],
    ['title.1', 'Accueil'],
    ['address.1', '/fr'],
    ['title.2', 'Un passage'],
    ['address.2', '/fr/reports/petite-loi/passages/x'],
  ]
  const begun = await world.post(`${keeping}/audits`, form, admin)
  const [, id] = /audits\/(\d+)\?done=begun$/.exec(begun.headers.get('Location') ?? '') ?? []
  assert.ok(id, await begun.text())
  return Number(id)
}

/** A whole grid as a table: so many criteria are not respected on the first page, all others are. */
export function gridOf({ pages, faults }: { pages: number; faults: number }): string {
  const rows = Array.from({ length: pages }, (_, at) => at + 1).flatMap((page) =>
    criteria.map((criterion, at) =>
      page === 1 && at < faults
        ? `${page},${criterion},NC,Un défaut.,${at === 1 ? 'Trop cher.' : ''},2027-03-01`
        : `${page},${criterion},C,,,`,
    ),
  )
  return ['page,criterion,result,note,derogation,remedy', ...rows]
    .map((row) => `${row}\r\n`)
    .join('')
}
