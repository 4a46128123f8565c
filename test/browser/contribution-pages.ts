import type { Page } from 'playwright-core'
import { runJobs } from '../../src/platform/jobs/run-jobs.ts'
import { queueMail } from '../../src/platform/mail/queue-mail.ts'
import { mailbox } from '../../src/platform/mail/transport.ts'
import { jobsOf, mail } from '../mail-jobs.ts'
import { testMailing, type World } from '../world.ts'
import { preview } from './contribute-pages.ts'
import { expectRefusal, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages, State } from './page-state.ts'
import { report, type Numbers, type People } from './sample-contributions.ts'

/** What was contributed, read by everybody, by its author, by an editor; and what they do with it. */
export async function describeContributionPages(
  world: World,
  people: People,
  numbers: Numbers,
): Promise<Pages> {
  const { nour, iris } = people
  const { remark, unsealed } = numbers
  const block = await world.blockWith('Chaque commune publie')
  const list = `${report}/contributions`
  await queueMail(world.db, testMailing, longMail, new Date())
  await runJobs(jobsOf(world, mailbox))
  return {
    '/contributions/:number': listReadings(people, numbers),
    '/contributions/:number/revisions': [
      { name: 'history', path: `/contributions/${remark}/revisions` },
      { name: 'history of one version', path: '/contributions/3/revisions' },
    ],
    '/contributions/:number/support': [
      { name: 'support, asked for again', path: '/contributions/3/support' },
    ],
    '/contributions/:number/revision': listRevisions(people, numbers),
    '/contributions/:number/withdrawal': [
      { name: 'withdrawal', path: `/contributions/${remark}/withdrawal`, as: nour },
    ],
    '/contributions/:number/receipt': [
      { name: 'receipts', path: `/contributions/${remark}/receipt`, as: nour },
      {
        name: 'receipt of a withdrawal',
        path: `/contributions/${numbers.withdrawn}/receipt`,
        as: nour,
      },
      { name: 'receipt, being sealed', path: `/contributions/${unsealed}/receipt`, as: iris },
    ],
    '/consultations/:id': [{ name: 'consultation', path: '/consultations/1' }],
    '/reports/:slug/contributions': [
      { name: 'contributions', path: list },
      { name: 'contributions, second page', path: `${list}?page=2` },
      { name: 'contributions, selected', path: `${list}?kind=argument&order=supported` },
      { name: 'contributions, waiting', path: `${list}?waiting=1&order=supported` },
      {
        name: 'contributions, none such',
        path: `${list}?kind=local-success&waiting=1&passage=${(await world.blockWith('Une lettre tient')).id}`,
      },
      { name: 'contributions of a passage', path: `${list}?passage=${block.id}` },
    ],
    '/demonstration/mail': [{ name: 'mails', path: '/demonstration/mail' }],
  }
}

const longMail = {
  ...mail,
  to: `une-adresse-tres-longue-${'x'.repeat(40)}@example.org`,
  text: `${mail.text}\nhttp://vivace.test/fr/account/sign-in-links/${'y'.repeat(60)}`,
}

function listReadings({ nour, camille, salome }: People, numbers: Numbers): State[] {
  const { remark, question, argument, source, proposition, success, thread } = numbers
  const { withdrawn, withheld, released } = numbers
  return [
    { name: 'contribution, accepted', path: at(1) },
    { name: 'contribution on a table', path: at(4) },
    { name: 'contribution, waiting, for an editor', path: at(3), as: camille },
    { name: 'remark, revised, supported', path: at(remark) },
    { name: 'remark, own', path: at(remark), as: nour },
    { name: 'remark, supported by the reader', path: at(remark), as: salome },
    { name: 'question', path: at(question) },
    { name: 'argument with its thread', path: at(argument) },
    { name: 'argument with its thread, signed in', path: at(argument), as: nour },
    { name: 'reply within a thread', path: at(thread[2]) },
    { name: 'source', path: at(source) },
    { name: 'proposition', path: at(proposition) },
    { name: 'proposition that was imported', path: at(numbers.totalled ?? 0) },
    { name: 'withheld where it was imported from', path: at(numbers.withheldThere) },
    { name: 'local success', path: at(success) },
    { name: 'withdrawn', path: at(withdrawn) },
    { name: 'withdrawn, own, opened', path: at(withdrawn), as: nour, act: openWords },
    { name: 'withheld', path: at(withheld) },
    { name: 'withheld, for an editor', path: at(withheld), as: salome },
    { name: 'withheld once', path: at(released), as: salome },
    ...['revised', 'supported', 'withdrawn', 'withheld'].map((done) => ({
      name: `${done} just now`,
      path: `${at(remark)}?done=${done}`,
    })),
    ...['own-contribution', 'not-published', 'too-many-supports'].map((refused) => ({
      name: `refused: ${refused}`,
      path: `${at(remark)}?refused=${refused}`,
    })),
  ]
}

function listRevisions({ nour }: People, { remark, proposition, success }: Numbers): State[] {
  return [
    { name: 'revision', path: revisionOf(remark), as: nour },
    { name: 'revision of a success', path: revisionOf(success), as: nour },
    { name: 'revision of an amendment', path: revisionOf(3), as: nour },
    { name: 'revision, preview', path: revisionOf(proposition), as: nour, act: preview },
    { name: 'revision of an amendment, preview', path: revisionOf(3), as: nour, act: preview },
    { name: 'revision, refused', path: revisionOf(remark), as: nour, act: sendEmpty },
    { name: 'revision, nothing revised', path: revisionOf(3), as: nour, act: sendUnchanged },
    { name: 'revised meanwhile', path: revisionOf(remark), as: nour, act: publishOld },
    { name: 'amendment revised meanwhile', path: revisionOf(3), as: nour, act: publishOld },
    {
      name: 'revision, signed out meanwhile',
      path: revisionOf(remark),
      as: nour,
      act: async (page) => sendSignedOut(page, page.locator('button[value=preview]')),
    },
  ]
}

function at(number: number | undefined): string {
  return `/contributions/${number}`
}

function revisionOf(number: number): string {
  return `${at(number)}/revision`
}

async function openWords(page: Page): Promise<void> {
  await page.locator('main details summary').click()
}

async function sendEmpty(page: Page): Promise<void> {
  await page.locator('#body').fill('')
  await sendNothing(page)
}

async function sendUnchanged(page: Page): Promise<void> {
  await page.locator('button[value=preview]').click()
  await page.locator('button[value=publish]').click()
  await expectRefusal(page)
}

/** As from a window that was opened before another one published. */
async function publishOld(page: Page): Promise<void> {
  await preview(page)
  const read = page.locator('input[name=revision]')
  await read.evaluate((element) => element.setAttribute('value', '0'))
  await page.locator('button[value=publish]').click()
  await expectRefusal(page)
}
