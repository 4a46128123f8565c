import type { Context } from 'hono'
import { showBanned } from './bans/index.ts'
import { loggedPath, noteRefusal } from './log-request.ts'
import { isErased } from './people/index.ts'
import { isAway } from './platform/db/is-away.ts'
import {
  BadForm,
  Banned,
  NotFound,
  SignInAgain,
  SignInNeeded,
  SignInToKeep,
  TooMany,
} from './platform/http/problems.ts'
import { readSentForm, typedIn } from './platform/http/sent-form.ts'
import { frameOf, sendPage, sendTooMany, type Env } from './request.ts'
import { showProblem, showTooMany } from './ui/problem-page.tsx'
import { SignedOutPage } from './ui/signed-out-page.tsx'

/** Errors as pages, with the words that were sent; one that nobody expected is logged. */
export async function answerError(error: Error, c: Context<Env>) {
  noteRefusal(c, error)
  if (error instanceof Banned) return showBanned(c, error.ban)
  // Whoever is erased while they send something is nobody any more.
  if (error instanceof SignInNeeded || isErased(error)) {
    return askToSignIn(c, error)
  }
  if (error instanceof BadForm) return sendProblem(c, 'unreadable', 400)
  if ('getResponse' in error) return sendProblem(c, 'refused', 403)
  const typed = typedIn(await readSentForm(c))
  if (error instanceof NotFound) return sendProblem(c, 'not-found', 404, typed)
  if (error instanceof TooMany) {
    return sendTooMany(c, showTooMany(frameOf(c), error.until, typed), error.until)
  }
  c.var.log.error({ err: error, path: loggedPath(c) }, 'a request failed')
  return isAway(error) ? sendAway(c, typed) : sendProblem(c, 'failed', 500, typed)
}

type Problem = Parameters<typeof showProblem>[1]
type Status = 400 | 403 | 404 | 413 | 500 | 503

/** `typed`: the words that were sent, to copy them. */
export function sendProblem(
  c: Context<Env>,
  problem: Problem,
  status: Status,
  typed: readonly string[] = [],
) {
  return sendPage(c, showProblem(frameOf(c), problem, typed), status)
}

/** Seconds after which it is worth asking again, where the database is away. */
const retryAfter = 30

function sendAway(c: Context<Env>, typed: readonly string[]) {
  c.header('Retry-After', String(retryAfter))
  c.header('Cache-Control', 'no-store')
  return sendProblem(c, 'away', 503, typed)
}

/**
 * A page can be returned to, a form that was sent cannot: words in it are kept on a page from which it is sent once more.
 * What holds none is done anew, knowingly, by whoever signs in then.
 */
async function askToSignIn(c: Context<Env>, error: Error) {
  const again = error instanceof SignInAgain
  const { pathname, search } = new URL(c.req.url)
  const sent = await readSentForm(c)
  if (error instanceof SignInToKeep || typedIn(sent).length > 0) {
    const frame = frameOf(c, `/${c.var.locale}`)
    const page = <SignedOutPage frame={frame} action={pathname + search} {...{ sent, again }} />
    return sendPage(c, page, 422)
  }
  const ofAccount = again || pathname.startsWith(`/${c.var.locale}/account/`)
  const start = `/${c.var.locale}${ofAccount ? '/account' : ''}`
  const query = new URLSearchParams({ return: c.req.method === 'GET' ? pathname + search : start })
  if (again) query.set('again', 'yes')
  return c.redirect(`/${c.var.locale}/account/sign-in?${query.toString()}`, 303)
}
