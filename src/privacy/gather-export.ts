import { listFilesOf } from '../attachments/index.ts'
import { listReceiptDocuments } from '../contributions/index.ts'
import type { ReceiptDocument } from '../journal/index.ts'
import { findEmails, findPerson } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { withoutTokens } from '../platform/ids.ts'
import { listMails } from '../platform/mail/forget-mail.ts'
import { purposes, type Purpose } from './entry.ts'
import { register } from './register.ts'
import { listRowsOf, type Row } from './store.ts'

export type ExportedTable = { table: string; purpose: Purpose; rows: Row[] }

/** Everything that somebody takes away: the tables by purpose, and their receipts, as `vivace verify` reads them. */
export type Export = {
  name: string
  tables: ExportedTable[]
  receipts: ReceiptDocument[]
  /** What they sent and attached; the files themselves are read as they are written down. */
  files: Awaited<ReturnType<typeof listFilesOf>>
}

/** Reads all of somebody's data as they stand at one moment; `key` opens the mails that wait for them. */
export async function gatherExport(db: Db, personId: number, key: Uint8Array): Promise<Export> {
  // What was done until now can be proved once it is sealed, and stays provable.
  const receipts = await listReceiptDocuments(db, personId)
  const transaction = db.isTransaction
    ? { execute: <T>(work: (tx: Db) => Promise<T>) => work(db) }
    : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return transaction.execute(async (tx) => {
    const person = await findPerson(tx, personId)
    if (!person) throw new NotFound('person')
    const emails = await findEmails(tx, personId)
    const whose = { personId, pseudonym: person.pseudonym, emails }
    const addresses = new Set(emails)
    const tables: ExportedTable[] = []
    for (const [table, { purpose }] of Object.entries(register)) {
      const rows =
        table === 'mail'
          ? (await listMails(tx, key, ({ to }) => addresses.has(to))).map(withoutLinks)
          : await listRowsOf(tx, table, whose)
      tables.push({ table, purpose, rows })
    }
    const order = (one: ExportedTable) => purposes.indexOf(one.purpose)
    tables.sort((one, other) => order(one) - order(other))
    const files = await listFilesOf(tx, personId)
    return { name: person.displayName, tables, receipts, files }
  })
}

/** A copy of a mail opens nothing: whoever has a browser that was left open has the copy. */
function withoutLinks<T extends { text: string }>(mail: T): T {
  return { ...mail, text: withoutTokens(mail.text) }
}
