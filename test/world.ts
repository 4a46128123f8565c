import { readFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import { createApp } from '../src/app.ts'
import { sealJournal } from '../src/journal/index.ts'
import {
  actorOf,
  ensurePerson,
  findPerson,
  listGrants,
  openSession,
  sessionCookie,
} from '../src/people/index.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { operator, type Actor, type GrantedRole } from '../src/permissions.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { openLog, type Logger } from '../src/platform/log.ts'
import type { FileStore } from '../src/platform/files/file-store.ts'
import type { Mailing } from '../src/platform/mail/mail.ts'
import { deriveMailKey } from '../src/platform/mail/seal.ts'
import type { ProviderSettings } from '../src/platform/oidc/provider-settings.ts'
import {
  findReport,
  listWorkingBlocks,
  type PlacedBlock,
  type Report,
} from '../src/reports/index.ts'
import { publishEdition } from '../src/editions/index.ts'
import { importReport } from '../src/imports/index.ts'
import { acceptNewest } from './accept-terms.ts'
import { createTestDatabase } from './database.ts'
import type { Env } from '../src/request.ts'
import { testFiles } from './test-files.ts'

export const origin = 'http://vivace.test'

export const testMailing: Mailing = {
  from: 'vivace@vivace.test',
  publicUrl: origin,
  key: deriveMailKey('only-for-tests-and-long-enough-for-them'),
}

type Somebody = { name: string; role?: GrantedRole }

export type World = {
  db: Db
  url: string
  app: Hono<Env>
  report: Report
  /** Makes a person, with a role for the report if one is named. */
  person(somebody: Somebody): Promise<{ actor: Actor; cookie: string }>
  /** The first block of the working text that holds these words. */
  blockWith(words: string): Promise<PlacedBlock>
  get(path: string, as?: { cookie: string }): Promise<Response>
  post(path: string, form: [string, string][], as?: { cookie: string }): Promise<Response>
  seal(): Promise<number>
  close(): Promise<void>
}

export const smallBill = new URL('fixtures/petite-loi.html', import.meta.url)

let ahead = 0

/** What time it is on the site of a test: this machine's, and however long people took over forms that a browser filled in. */
export const testClock = {
  now: () => new Date(Date.now() + ahead),
  goOn: (milliseconds: number) => {
    ahead += milliseconds
  },
}

/** The program as the tests serve it. */
export function appOn(
  db: Db,
  providers: readonly ProviderSettings[] = [],
  {
    publicUrl = origin,
    log = openLog('silent'),
    files = testFiles,
  }: { publicUrl?: string; log?: Logger; files?: FileStore } = {},
): Hono<Env> {
  return createApp({
    db,
    files,
    log,
    publicUrl,
    pseudoLocale: true,
    demonstration: true,
    mailing: testMailing,
    mailbox: true,
    providers,
    // A browser's test says from where it asks, as a proxy would.
    trustedProxies: ['127.0.0.1'],
    clock: testClock.now,
  })
}

/** A report with the small bill as its working text, on a database of its own; `editions: 1` publishes it. */
export async function openWorld({
  editions = 1,
  providers = [],
}: { editions?: 0 | 1; providers?: readonly ProviderSettings[] } = {}): Promise<World> {
  const { db, url, drop } = await createTestDatabase()
  const app = appOn(db, providers)
  const report = await importSmallBill(db)

  const person = async ({ name, role }: Somebody) => {
    const newcomer = {
      provider: 'demonstration' as const,
      subject: name,
      displayName: name,
      helixSide: 'citizen' as const,
      organisation: null,
      locale: 'fr',
    }
    const id = await ensurePerson(db, newcomer, new Date())
    await acceptNewest(db, id)
    if (role)
      await grantRole(
        db,
        operator,
        { personId: id, role, domain: reportDomain(report) },
        new Date(),
      )
    const found = await findPerson(db, id)
    if (!found) throw new Error('the person was not made')
    const token = await openSession(db, id, new Date())
    return {
      actor: actorOf(found, await listGrants(db, id, new Date())),
      cookie: `${sessionCookie}=${token}`,
    }
  }
  if (editions === 1) {
    const { actor } = await person({ name: 'Salomé', role: 'editor-in-chief' })
    await publishEdition(db, actor, { report, unansweredConfirmed: false, seen: null }, new Date())
  }
  return {
    db,
    url,
    app,
    report,
    person,
    blockWith: async (words) => {
      const block = (await listWorkingBlocks(db, report.id)).find(({ text }) =>
        text.includes(words),
      )
      if (!block) throw new Error(`no block says ${words}`)
      return block
    },
    get: async (path, as) => app.request(`${origin}${path}`, { headers: headersOf(as) }),
    post: async (path, form, as) =>
      app.request(`${origin}${path}`, {
        method: 'POST',
        headers: {
          ...headersOf(as),
          Origin: origin,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
      }),
    seal: () => sealJournal(db),
    close: drop,
  }
}

/** A second report, without a text. */
export function makeOtherReport(db: Db): Promise<{ id: number; slug: string }> {
  return db
    .insertInto('report')
    .values({
      slug: 'autre',
      title: 'Autre',
      lang: 'fr',
      illustrative: true,
      created_at: new Date(),
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
}

/** Somebody who may do everything with another report of the same world, and nothing with this one. */
export async function makeOutsider({
  db,
  person,
}: Pick<World, 'db' | 'person'>): Promise<{ actor: Actor; cookie: string }> {
  const other = await makeOtherReport(db)
  const outsider = await person({ name: 'Ines' })
  const grant = {
    personId: outsider.actor.personId ?? 0,
    role: 'editor-in-chief' as const,
    domain: reportDomain(other),
  }
  await grantRole(db, operator, grant, new Date())
  return outsider
}

async function importSmallBill(db: Db): Promise<Report> {
  const about = {
    authors: null,
    commissioner: null,
    licence: null,
    editionPlannedFor: '2027-01-31',
    illustrative: true,
  }
  const file = { name: 'petite-loi.html', bytes: await readFile(smallBill) }
  const request = {
    slug: 'petite-loi',
    file,
    reason: 'Premier texte',
    propositionWords: [],
    about,
  }
  const imported = await importReport(db, operator, request, new Date())
  const report = await findReport(db, 'petite-loi')
  if (!imported.ok || !report) throw new Error('the small bill was not imported')
  return report
}

function headersOf(as: { cookie: string } | undefined): Record<string, string> {
  return as ? { Cookie: as.cookie } : {}
}
