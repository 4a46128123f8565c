import {
  readArticles,
  sameArticles,
  type ArticleProblem,
  type TypedArticle,
} from '../articles/index.ts'
import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { charterLimits, payloadOfCharter, typedOf } from './charter.ts'
import { lockCharter, requireCharter, saveVersion } from './charter-store.ts'
import { requirePerson } from './require-person.ts'

export type CharterProblem =
  | ArticleProblem
  | { code: 'changed-since' | 'nothing-changed'; article: null }

export type Kept = { ok: true } | { ok: false; problems: CharterProblem[] }

/** `read`: the version that was changed. */
type Keeping = { read: number; typed: readonly TypedArticle[] }

/** Makes a new version of the charter, whole; the versions before stay, and decisions go on resting on theirs. */
export function keepCharter(
  db: Db,
  actor: Actor,
  { read: changed, typed }: Keeping,
  now: Date,
): Promise<Kept> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'charter.keep', null)
    await lockCharter(tx)
    const newest = await requireCharter(tx)
    const read = readArticles(typed, charterLimits)
    if (!read.ok) return read
    const { articles: rules } = read
    if (sameArticles(rules, typedOf(newest))) return refuse('nothing-changed')
    if (newest.version !== changed) return refuse('changed-since')
    const version = newest.version + 1
    await saveVersion(tx, { version, keptBy: requirePerson(actor), keptAt: now, rules })
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'charter.kept', object: 'charter' },
      payloadOfCharter(version, rules),
    )
    return { ok: true }
  })
}

function refuse(code: 'nothing-changed' | 'changed-since'): Kept {
  return { ok: false, problems: [{ code, article: null }] }
}
