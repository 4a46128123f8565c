import type { GrantedRole, Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'

type NewGrant = {
  personId: number
  role: GrantedRole
  scope: Scope
  from: Date
  until: Date | null
  /** Null for whoever has the command line. */
  by: number | null
}

export async function saveGrant(tx: Db, grant: NewGrant): Promise<number> {
  const { id } = await tx
    .insertInto('role_grant')
    .values({
      person_id: grant.personId,
      role: grant.role,
      scope_kind: grant.scope.kind,
      scope_id: grant.scope.id,
      from_at: grant.from,
      until_at: grant.until,
      granted_by: grant.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
