import { z } from 'zod'
import { inTransaction, lockUntilCommit } from '../db/transaction.ts'
import type { TaskContext } from '../jobs/task.ts'
import { openContent } from './content.ts'
import { lockWaitingMail, saveFailed, saveSent } from './store.ts'

const id = z.number().int()
const job = z.union([
  z.object({ id }).transform((one) => [one.id]),
  z.object({ ids: z.array(id) }).transform(({ ids }) => ids),
])

/** Any number, the same in every process: whoever holds it sends. */
const sendingLock = 727_003

/** What a mail server has not taken, and may take later. */
class NotTaken extends Error {
  override name = 'NotTaken'
  answered: boolean
  // Nothing of the server's own words, which may name the recipient: this is kept in the database.
  constructor(code: number | null) {
    super(`the mail server did not take the mail: ${code ?? 'no answer'}`)
    this.answered = code !== null
  }
}

/** Sends the mails of a job that wait, one after the other; those that were not taken are tried again with it. */
export async function sendMail(context: TaskContext, payload: unknown): Promise<void> {
  let left: NotTaken | null = null
  for (const one of job.parse(payload)) {
    try {
      await sendOne(context, one)
    } catch (error) {
      // A server that is away is not asked for each of them.
      if (!(error instanceof NotTaken && error.answered)) throw error
      left = error
    }
  }
  if (left) throw left
}

/**
 * Sends a mail that waits, while no other is being sent anywhere. Killed between the server's answer and
 * the commit, it is sent again: the same bytes, the same Message-ID; and it alone, however many wait.
 */
function sendOne(context: TaskContext, mailId: number): Promise<void> {
  const { db, mailing, transport, log, signal } = context
  return inTransaction(db, async (tx) => {
    await lockUntilCommit(tx, sendingLock)
    signal.throwIfAborted()
    const mail = await lockWaitingMail(tx, mailId)
    if (!mail) return
    const { id, messageId } = mail
    const { to, bytes } = openContent(mailing.key, messageId, mail.content)
    const delivery = await transport.deliver({ from: mailing.from, to, bytes }, signal)
    if (delivery.ok) {
      return saveSent(tx, id, context.now(), { keep: transport.kind === 'mailbox' })
    }
    const { problem, code } = delivery
    if (problem === 'temporary' && !context.lastAttempt) {
      throw new NotTaken(code)
    }
    log.warn({ messageId, code }, 'a mail was given up')
    await saveFailed(tx, id, context.now(), code)
  })
}
