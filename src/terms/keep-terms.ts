import { readArticles, sameArticles, typedArticles, type TypedArticle } from '../articles/index.ts'
import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { lockTerms, requireTerms, saveTerms } from './store.ts'
import {
  checkRest,
  payloadOfTerms,
  saidIn,
  termsLimits,
  type Terms,
  type TermsFormProblem,
  type TypedTerms,
} from './terms.ts'

type Checked = { ok: true; articles: TypedArticle[] } | { ok: false; problems: TermsFormProblem[] }

/** `read`: the version that was changed. */
type Keeping = { read: number; typed: TypedTerms }

/** What would be the next version; what stands in its way. */
export function checkTerms({ read, typed }: Keeping, newest: Terms): Checked {
  const articles = readArticles(typed.articles, termsLimits)
  const problems = [...(articles.ok ? [] : articles.problems), ...checkRest(typed)]
  if (!articles.ok || problems.length > 0) return { ok: false, problems }
  if (sameArticles(articles.articles, typedArticles(newest.articles))) {
    return refuse('nothing-changed')
  }
  return newest.version === read ? articles : refuse('changed-since')
}

function refuse(code: 'nothing-changed' | 'changed-since'): Checked {
  return { ok: false, problems: [{ code, article: null }] }
}

export type Kept = { ok: true } | { ok: false; problems: TermsFormProblem[] }

/** Makes a new version of the terms, whole; the versions before stay, and so does who accepted them. */
export function keepTerms(db: Db, actor: Actor, keeping: Keeping, now: Date): Promise<Kept> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'terms.keep', null)
    if (actor.personId === null) throw new SignInNeeded()
    await lockTerms(tx)
    const newest = await requireTerms(tx)
    const checked = checkTerms(keeping, newest)
    if (!checked.ok) return checked
    const { typed } = keeping
    const { articles } = checked
    const summary = saidIn(typed.summary)
    const said = { version: newest.version + 1, asks: typed.asks === true, articles }
    await saveTerms(tx, { ...said, summary, keptBy: actor.personId, keptAt: now })
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'terms.kept', object: 'terms' },
      payloadOfTerms(said, summary),
    )
    return { ok: true }
  })
}
