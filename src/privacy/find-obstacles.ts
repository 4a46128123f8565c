import { listLedAlone } from '../organisations/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { listReports } from '../reports/index.ts'
import { listLastRoles } from '../roles/index.ts'

/** What somebody has to hand over before they go: nobody else could. */
export type Obstacle =
  | { kind: 'organisation'; slug: string; name: string }
  | { kind: 'report'; slug: string; name: string }
  | { kind: 'site' }

/** Organisations that they alone lead, reports of which they alone are editor-in-chief, the site that they alone administer. */
export async function findObstacles(db: Db, personId: number, now: Date): Promise<Obstacle[]> {
  const led = await listLedAlone(db, personId, now)
  const last = await listLastRoles(db, personId, now)
  const reports = last.length > 0 ? await listReports(db) : []
  return [
    ...led.map((one) => ({ kind: 'organisation' as const, ...one })),
    ...last.flatMap(({ scope }): Obstacle[] => {
      if (scope.kind === 'site') return [{ kind: 'site' }]
      const report = reports.find(({ id }) => id === scope.id)
      return report ? [{ kind: 'report', slug: report.slug, name: report.title }] : []
    }),
  ]
}
