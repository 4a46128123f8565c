import type { Db } from '../platform/db/connect.ts'
import { daysBefore, type Periods } from '../platform/periods.ts'
import { deleteNoticesBefore } from './store.ts'

/** Forgets what somebody was sent, as long after it as that a mail was sent. */
export function forgetNotices(db: Db, now: Date, { mails }: Periods): Promise<void> {
  return deleteNoticesBefore(db, daysBefore(now, mails))
}
