import type { ErasedTexts } from '../contributions/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { daysBefore, type Periods } from '../platform/periods.ts'
import { erasePerson } from './erase-person.ts'
import { writeErasedMail, writeErasureMail } from './erasure-mail.ts'
import { findObstacles, type Obstacle } from './find-obstacles.ts'
import { holdPerson, type HeldPerson } from './hold-person.ts'
import { deleteErasure, findErasure, saveErasure } from './store.ts'

export type AskProblem = 'no-texts' | 'no-when' | 'not-confirmed' | 'asked-already' | 'obstacles'

/** What the form says; `confirmed`: the word was typed that stands in the page. */
export type TypedErasure = {
  texts: ErasedTexts | null
  when: 'later' | 'now' | null
  confirmed: boolean
}

export type Asked =
  | { ok: true; done: boolean }
  | { ok: false; problems: AskProblem[]; obstacles: Obstacle[] }

type Asking = { personId: number; typed: TypedErasure; mailing: Mailing; periods: Periods }

/**
 * Asks that somebody is erased, by themselves or by an administrator for them: after some days, in which it can be
 * called off and of which they are told by mail, or at once.
 */
export function askErasure(db: Db, actor: Actor, asking: Asking, now: Date): Promise<Asked> {
  const { personId, typed, mailing, periods } = asking
  requireAsker(actor, personId)
  return inTransaction(db, async (tx) => {
    const person = await holdPerson(tx, personId, now)
    // Somebody was quicker: what is asked for is done.
    if (!person) return { ok: true, done: true }
    const obstacles = await findObstacles(tx, personId, now)
    // Where something is in the way there is no form that could be mended.
    const inTheWay = await findInTheWay(tx, personId, obstacles)
    const problems = inTheWay.length > 0 ? inTheWay : problemsOf(typed)
    const { texts, when } = typed
    if (problems.length > 0 || !texts || !when) return { ok: false, problems, obstacles }

    // One that nobody asked for gives way.
    await deleteErasure(tx, personId)
    const dueAt = when === 'now' ? now : daysBefore(now, -periods.erasure)
    const asked = { personId, texts, askedBy: actor.personId, askedAt: now, dueAt }
    const erasure = { ...asked, id: await saveErasure(tx, asked), hinderedAt: null }
    if (when === 'now') {
      await erasePerson(tx, { person, erasure, mailing }, now)
      if (actor.personId !== personId) await tellErased(tx, mailing, person, now)
      return { ok: true, done: true }
    }
    for (const to of person.emails) {
      await queueMail(tx, mailing, writeErasureMail(person, { to, dueAt, texts, mailing }), now)
    }
    return { ok: true, done: false }
  })
}

/** Last of all, as an erasure empties what waits for them: whoever did not ask for it hears of it once. */
async function tellErased(tx: Db, mailing: Mailing, person: HeldPerson, now: Date): Promise<void> {
  for (const to of person.emails) {
    await queueMail(tx, mailing, writeErasedMail(person, { to, dueAt: now, mailing }), now)
  }
}

/** One that nobody asked for is in nobody's way. */
async function findInTheWay(
  tx: Db,
  personId: number,
  obstacles: readonly Obstacle[],
): Promise<AskProblem[]> {
  const waiting = await findErasure(tx, personId)
  const asked = waiting !== undefined && waiting.askedBy !== null
  return [
    ...(obstacles.length > 0 ? ['obstacles' as const] : []),
    ...(asked ? ['asked-already' as const] : []),
  ]
}

/** Themselves, or whoever may erase others; for everybody else nobody is there. */
export function requireAsker(actor: Actor, personId: number): void {
  if (actor.personId === null) throw new SignInNeeded()
  if (actor.personId !== personId) authorize(actor, 'person.erase', null)
}

function problemsOf({ texts, when, confirmed }: TypedErasure): AskProblem[] {
  return [
    ...(texts ? [] : ['no-texts' as const]),
    ...(when ? [] : ['no-when' as const]),
    ...(confirmed ? [] : ['not-confirmed' as const]),
  ]
}

/** Calls an erasure off that waits; false where none does any more. */
export function callOffErasure(
  db: Db,
  actor: Actor,
  personId: number,
  now: Date,
): Promise<boolean> {
  requireAsker(actor, personId)
  return inTransaction(db, async (tx) => {
    if (!(await holdPerson(tx, personId, now))) throw new NotFound('person')
    return deleteErasure(tx, personId)
  })
}
