const crash = { test: 'test/crash.test.ts', only: 'the program is killed' }
const jobs = (only: string) => ({ test: 'test/jobs.test.ts', only })
const demonstration = (only: string) => ({ test: 'test/demonstration.test.ts', only })

/** Ways to lose, or to double, what was acknowledged before a kill, and what the demonstration is filled with. */
export const crashMutants = [
  {
    name: 'crash: it is acknowledged before it is committed',
    file: 'src/platform/db/transaction.ts',
    replace: 'db.transaction().execute(work)',
    by: `new Promise<T>((resolve, reject) => {
    const acting = db.transaction().execute(async (tx) => {
      const done = await work(tx)
      resolve(done)
      const said = typeof done === 'object' && done !== null && 'number' in done
      await new Promise((later) => setTimeout(later, said ? 300 : 0))
      return done
    })
    acting.catch(reject)
  })`,
    guard: crash,
  },
  {
    name: 'crash: the program ends with a connection',
    file: 'src/platform/db/connect.ts',
    replace: "pool.on('error', (error) => {",
    by: "pool.on('remove', (error: unknown) => {\n    if (!(error instanceof Error)) return",
    guard: jobs('a worker that lost its connections'),
  },
  {
    name: 'crash: a mail is made anew at each try',
    file: 'src/platform/mail/send-mail.ts',
    replace: 'transport.deliver({ from: mailing.from, to, bytes }, signal)',
    by: "transport.deliver({ from: mailing.from, to, bytes: Buffer.from(bytes.toString().replace('Message-ID: <', () => `Message-ID: <${Math.random()}`)) }, signal)",
    guard: { test: 'test/mail.test.ts', only: 'a mail that was taken just before' },
  },
  {
    name: 'crash: mails are sent side by side',
    file: 'src/platform/mail/send-mail.ts',
    replace: 'await lockUntilCommit(tx, sendingLock)',
    by: '',
    guard: jobs('of many mails one is under way'),
  },
  {
    name: 'crash: a worker that lost a connection stays',
    file: 'src/platform/jobs/worker-options.ts',
    replace: "pool.on('connect', (client) => client.on('error', () => lost.abort()))",
    by: '',
    guard: jobs('a job that was taken over a connection'),
  },
  {
    name: 'start: it listens before it answers',
    file: 'src/start.ts',
    replace: 'const listening = hostOf',
    by: 'await new Promise((resolve) => setTimeout(resolve, 2000))\n  const listening = hostOf',
    guard: { test: 'test/start.test.ts', only: 'whoever asks' },
  },
  {
    name: 'demonstration: it is filled in act by act',
    file: 'src/demonstration/fill-demonstration.ts',
    replace: 'await fill(tx, now)',
    by: 'await fill(db, now)',
    guard: demonstration('where its last act is refused'),
  },
  {
    name: 'demonstration: it is filled in again',
    file: 'src/demonstration/fill-demonstration.ts',
    replace: 'if (await findReport(tx, slug)) return false',
    by: '',
    guard: demonstration('it is filled in once'),
  },
  {
    name: 'demonstration: a change without all the contributions that it was made for',
    file: 'src/demonstration/fill-answers.ts',
    replace: "const contributions = numbers.join(', ')",
    by: "const contributions = String(numbers[0] ?? '')",
    guard: demonstration('edition 2 has six changes'),
  },
]
