import { forgetFiles, verifyFiles } from './attachments/index.ts'
import { forgetBans, noteBanEnds } from './bans/index.ts'
import { forgetDrafts, sendReceipt } from './contributions/index.ts'
import { verifyRecord } from './editions/index.ts'
import { runVerification } from './guarantee/index.ts'
import { forgetUploads } from './imports/index.ts'
import { forgetFlags } from './moderation/index.ts'
import { forgetNotices, makeDigests, tellAnswer } from './notices/index.ts'
import { forgetProofs } from './organisations/index.ts'
import { forgetExpired } from './people/index.ts'
import { forgetInvitations, noteEnds } from './roles/index.ts'
import { forgetMails } from './platform/mail/forget-mail.ts'
import { daysBefore } from './platform/periods.ts'
import { eraseDue, noticeIdle } from './privacy/index.ts'
import { forgetPosts } from './spam/index.ts'
import type { Db } from './platform/db/connect.ts'
import type { FileStore } from './platform/files/file-store.ts'
import { forgetVisitors } from './topics/index.ts'
import type { Tasks } from './platform/jobs/task.ts'
import { sendMail } from './platform/mail/send-mail.ts'

/** Everything that is done outside of a request: what, and for some when, by itself (UTC). */
export const tasks: Tasks = {
  'mail.send': { run: sendMail },
  'contributions.send-receipt': { run: sendReceipt },
  'notices.tell-answer': { run: tellAnswer },
  // From seven in the morning in Paris, in summer and in winter; later what is due was done already.
  'notices.make-digests': { run: makeDigests, at: '*/10 * * * *' },
  'notices.forget': {
    run: (context) => forgetNotices(context.db, context.now(), context.periods),
    at: '57 3 * * *',
  },
  'people.forget-expired': {
    run: (context) => forgetExpired(context.db, context.now(), context.periods),
    at: '17 * * * *',
  },
  'roles.note-ends': {
    run: (context) => noteEnds(context.db, context.now()),
    at: '*/10 * * * *',
  },
  'bans.note-ends': {
    run: (context) => noteBanEnds(context.db, context.now()),
    at: '*/10 * * * *',
  },
  'bans.forget': {
    run: (context) => forgetBans(context.db, context.now(), context.periods),
    at: '17 3 * * *',
  },
  'roles.forget-invitations': {
    run: (context) => forgetInvitations(context.db, context.now(), context.periods),
    at: '37 3 * * *',
  },
  'organisations.forget-proofs': {
    run: (context) => forgetProofs(context.db, context.now(), context.periods),
    at: '37 * * * *',
  },
  // Salts of the day before go within ten minutes of midnight in Paris, in summer and in winter.
  'spam.forget-posts': {
    run: (context) => forgetPosts(context.db, context.now(), context.periods),
    at: '5 * * * *',
  },
  // Within ten minutes of midnight in Paris, as the salts.
  'topics.forget-visitors': {
    run: (context) => forgetVisitors(context.db, context.now()),
    at: '7 * * * *',
  },
  'guarantee.verify-record': {
    run: (context, payload) =>
      runVerification(context, payload, (db, now) => verifyAll(db, now, context.files)),
  },
  'moderation.forget-flags': {
    run: (context) => forgetFlags(context.db, context.now()),
    at: '47 3 * * *',
  },
  'imports.forget-uploads': {
    run: (context) => forgetUploads(context.db, context.now(), context.periods),
    at: '27 * * * *',
  },
  'contributions.forget-drafts': {
    run: (context) => forgetDrafts(context.db, context.now(), context.periods),
    at: '47 3 * * *',
  },
  'attachments.forget': {
    run: (context) => forgetFiles(context, context.now()),
    at: '7 * * * *',
  },
  'mail.forget': {
    run: ({ db, now, periods }) => forgetMails(db, daysBefore(now(), periods.mails)),
    at: '57 3 * * *',
  },
  'privacy.erase-due': {
    run: (context) => eraseDue(context, context.now()),
    at: '*/10 * * * *',
  },
  'privacy.notice-idle': {
    run: (context) => noticeIdle(context, context.now()),
    at: '7 4 * * *',
  },
}

/** The record, and the files that it names. */
async function verifyAll(db: Db, now: Date, files: FileStore) {
  const record = await verifyRecord(db, now)
  const { findings } = await verifyFiles(db, files)
  return { ...record, findings: [...record.findings, ...findings] }
}
