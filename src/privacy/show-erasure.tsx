import type { Context } from 'hono'
import { daysBefore } from '../platform/periods.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import type { AskProblem, TypedErasure } from './ask-erasure.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { erasureDone, ErasurePage } from './erasure-page.tsx'
import { findObstacles } from './find-obstacles.ts'
import { findErasure } from './store.ts'

/** Whose erasure is shown; `name` where it is somebody else's. */
export type Subject = { personId: number; name: string | null; address: string }

type Sent = { typed: TypedErasure; word: string; problems: readonly AskProblem[] }

const untouched: Sent = {
  typed: { texts: 'kept', when: 'later', confirmed: false },
  word: '',
  problems: [],
}

export async function showErasure(c: Context<Env>, subject: Subject, sent: Sent = untouched) {
  const { db, now, periods, privacyContact: contact } = c.var
  const { personId, name, address } = subject
  const waiting = await findErasure(db, personId)
  const page = (
    <ErasurePage
      {...{ frame: frameOf(c, address), address, name, contact, ...sent }}
      waiting={waiting && waiting.askedBy !== null ? waiting : null}
      done={chooseDone(erasureDone, c.req.query('done'))}
      obstacles={await findObstacles(db, personId, now)}
      dueAt={daysBefore(now, -periods.erasure)}
      days={periods.erasure}
    />
  )
  return sendPage(c, page, sent.problems.length > 0 ? 422 : 200)
}
