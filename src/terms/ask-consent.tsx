import type { Context, Next } from 'hono'
import { readSentForm } from '../platform/http/sent-form.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { acceptTerms } from './accept-terms.ts'
import { ConsentPage } from './consent-page.tsx'
import { consentName, parseConsent } from './forms.ts'
import { findConsent, findHolding, findTerms, listSummaries, requireTerms } from './store.ts'
import { owes, type ConsentProblem } from './terms.ts'

/**
 * Stands before every act of whoever is signed in: one whose terms have changed is asked first, and what they
 * sent is done once they accept, as they sent it. `free`: the acts that nobody is asked for, by method and
 * pattern without the language; all others ask, those too that are yet to be made.
 */
export function askConsent(free: readonly string[]) {
  const patterns = free.map(patternOf)
  return async (c: Context<Env>, next: Next) => {
    const { db, actor, now } = c.var
    if (c.req.method !== 'POST' || actor.personId === null) return next()
    if (patterns.some((pattern) => pattern.test(c.req.path))) return next()
    const consent = await findConsent(db, actor.personId)
    if (!owes(consent?.version ?? null, await findHolding(db))) return next()
    const ticked = parseConsent(await c.req.parseBody({ all: true }))
    if (ticked === '' && !(await wasAsked(c))) return ask(c, null)
    const accepted = await acceptTerms(db, actor, ticked, now)
    return accepted.ok ? next() : ask(c, accepted.problem)
  }
}

/** Which of our addresses a pattern names, in any language. */
function patternOf(free: string): RegExp {
  const [, path = ''] = free.split(' ')
  const parts = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part))
  return new RegExp(`^/[a-z]+${parts.join('/')}$`)
}

/** The mark of the page that asks, in what it sends. */
const askedName = 'asked-for-terms'

async function wasAsked(c: Context<Env>): Promise<boolean> {
  return (await readSentForm(c)).fields.some(([name]) => name === askedName)
}

async function ask(c: Context<Env>, problem: ConsentProblem | null) {
  const { db, actor } = c.var
  const consent = actor.personId === null ? undefined : await findConsent(db, actor.personId)
  const accepted = consent && (await findTerms(db, consent.version))
  const { fields, withFile } = await readSentForm(c)
  const sent = fields.filter(([name]) => name !== consentName && name !== askedName)
  const { pathname, search } = new URL(c.req.url)
  const page = (
    <ConsentPage
      frame={frameOf(c, `/${c.var.locale}/terms`)}
      terms={await requireTerms(db)}
      summaries={await listSummaries(db, consent?.version ?? 0)}
      before={accepted && consent ? { terms: accepted, acceptedAt: consent.acceptedAt } : null}
      address={pathname + search}
      sent={[...sent, [askedName, '1']]}
      withFile={withFile}
      problem={problem}
    />
  )
  return sendPage(c, page, 422)
}
