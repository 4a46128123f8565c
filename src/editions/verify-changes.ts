import { hex, listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  listAddedCauses,
  listHandChanges,
  listWithdrawnCauses,
  payloadOfChange,
  type CauseAct,
  type HandChange,
} from '../reports/index.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'
import { attempt } from './verify-attempt.ts'

export type ChangeFinding = { kind: 'change' } & AccountFinding

/**
 * Every change made by hand, and every cause named later or taken back, stands in the journal once, by
 * whoever did it.
 */
export async function verifyChanges(db: Db): Promise<ChangeFinding[]> {
  const made = (await listHandChanges(db)).map(toAccount)
  const added = (await listAddedCauses(db)).map(toCauseAccount)
  const withdrawn = (await listWithdrawnCauses(db)).map(toCauseAccount)
  const findings = [
    ...compareAccounts(made, await listActs(db, ['text.changed'])),
    ...compareAccounts(added, await listActs(db, ['change.attributed'])),
    ...compareAccounts(withdrawn, await listActs(db, ['change.attribution-withdrawn'])),
  ]
  return findings.map((finding) => ({ kind: 'change', ...finding }))
}

function toAccount({ change, causes, maker }: HandChange): Account {
  // What was tampered with may no longer be of a shape that can be written down.
  const says = attempt(() => payloadOfChange(change, causes)) ?? { state: hex(new Uint8Array()) }
  return { object: `change/${change.id}`, at: change.changedAt, actor: maker, says }
}

function toCauseAccount({ changeId, contributionNumber, at, pseudonym }: CauseAct): Account {
  const object = `change/${changeId}/cause/${contributionNumber}`
  return { object, at, actor: pseudonym, says: {} }
}
