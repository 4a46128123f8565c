import type { Db } from '../src/platform/db/connect.ts'
import type { Jobs } from '../src/platform/jobs/worker-options.ts'
import { usualPeriods } from '../src/platform/periods.ts'
import { openLog } from '../src/platform/log.ts'
import type { Mail, Mailing } from '../src/platform/mail/mail.ts'
import { deriveMailKey } from '../src/platform/mail/seal.ts'
import { testFiles } from './test-files.ts'
import { sendMail } from '../src/platform/mail/send-mail.ts'
import type { MailTransport } from '../src/platform/mail/transport.ts'

export const mailing: Mailing = {
  from: 'vivace@vivace.test',
  publicUrl: 'http://vivace.test',
  key: deriveMailKey('only-for-tests-and-long-enough-for-them'),
}

export const mail: Mail = {
  to: 'nour@example.org',
  subject: 'Votre clé, à n’utiliser qu’une fois',
  text: 'Bonjour,\n\nvoici le lien secret :\nhttp://vivace.test/fr/account/xyzzy\n.\n',
  lang: 'fr',
}

/** What does the jobs of that database with that transport. */
export function jobsOf(database: { db: Db; url: string }, transport: MailTransport): Jobs {
  const log = openLog('silent')
  const tasks = { 'mail.send': { run: sendMail } }
  const periods = usualPeriods
  const common = { tasks, mailing, transport, periods, files: testFiles, log }
  return { ...database, ...common, now: () => new Date() }
}
