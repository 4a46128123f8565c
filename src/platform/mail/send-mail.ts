import { z } from 'zod'
import { inTransaction, lockUntilCommit } from '../db/transaction.ts'
import type { TaskContext } from '../jobs/task.ts'
import { openContent } from './content.ts'
import { lockWaitingMail, saveFailed, saveSent } from './store.ts'

const job = z.object({ id: z.number().int() })

/** Any number, the same in every process: whoever holds it sends. */
const sendingLock = 727_003

/**
 * Sends a mail that waits, while no other is being sent anywhere. Killed between the server's answer and
 * the commit, it is sent again: the same bytes, the same Message-ID; and it alone, however many wait.
 */
export function sendMail(context: TaskContext, payload: unknown): Promise<void> {
  const { db, mailing, transport, log, signal } = context
  return inTransaction(db, async (tx) => {
    await lockUntilCommit(tx, sendingLock)
    signal.throwIfAborted()
    const mail = await lockWaitingMail(tx, job.parse(payload).id)
    if (!mail) return
    const { id, messageId } = mail
    const { to, bytes } = openContent(mailing.key, messageId, mail.content)
    const delivery = await transport.deliver({ from: mailing.from, to, bytes }, signal)
    if (delivery.ok) {
      return saveSent(tx, id, context.now(), { keep: transport.kind === 'mailbox' })
    }
    const { problem, code } = delivery
    if (problem === 'temporary' && !context.lastAttempt) {
      // Nothing of the server's own words, which may name the recipient: this is kept in the database.
      throw new Error(`the mail server did not take the mail: ${code ?? 'no answer'}`)
    }
    log.warn({ messageId, code }, 'a mail was given up')
    await saveFailed(tx, id, context.now(), code)
  })
}
