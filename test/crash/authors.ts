import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { openDatabase } from '../../src/platform/db/connect.ts'
import { ensurePerson, openSession, sessionCookie } from '../../src/people/index.ts'
import { findReport, listWorkingBlocks } from '../../src/reports/index.ts'
import { acceptNewest } from '../accept-terms.ts'
import type { Site } from './site.ts'

export type Author = { email: string; cookie: string }

/** Something that is to be said: where its form is, and what is typed into it. */
export type Intent = { author: Author; form: string; typed: Record<string, string> }

/** What became of it: the contribution that its author was led to, and when. */
export type Acknowledged = { author: Author; key: string; number: number; at: Date; sent: number }

const report = '/fr/reports/petite-loi'

/** Fewer than the limit that an hour has for one person. */
const eachSays = 10

/** People who are signed in, each with things to say, of all kinds, some of them amendments. */
export async function gatherIntents(
  { databaseUrl }: Site,
  { round, count }: { round: string; count: number },
): Promise<Intent[]> {
  const database = openDatabase(databaseUrl, () => {})
  const { db } = database
  try {
    const passage = await findPassage(db, 'Chaque commune publie')
    const authors: Author[] = []
    for (let at = 0; at < count / eachSays; at += 1) {
      authors.push(await signIn(db, `author-${round}-${at}@example.org`))
    }
    return Array.from({ length: count }, (_, at) => {
      const author = authors[at % authors.length]
      assert.ok(author)
      return { author, ...write(passage, at) }
    })
  } finally {
    await database.close()
  }
}

type Db = ReturnType<typeof openDatabase>['db']

async function findPassage(db: Db, words: string): Promise<string> {
  const found = await findReport(db, 'petite-loi')
  const blocks = await listWorkingBlocks(db, found?.id ?? 0)
  const block = blocks.find(({ text }) => text.includes(words))
  assert.ok(block)
  return `${report}/passages/${block.id}`
}

async function signIn(db: Db, email: string): Promise<Author> {
  const newcomer = {
    provider: 'email' as const,
    subject: email,
    displayName: email.replace(/@.*/, ''),
    helixSide: 'citizen' as const,
    organisation: null,
    locale: 'fr',
  }
  const now = new Date()
  const id = await ensurePerson(db, newcomer, now)
  await acceptNewest(db, id)
  const token = await openSession(db, id, now)
  return { email, cookie: `${sessionCookie}=${token}` }
}

function write(passage: string, at: number): Omit<Intent, 'author'> {
  const body = `Ce que je dis, n°${at}.`
  const writings: Omit<Intent, 'author'>[] = [
    { form: `${passage}/contribution?kind=remark`, typed: { body } },
    { form: `${report}/contribution?kind=question`, typed: { body } },
    {
      form: `${passage}/amendment?sentence=2`,
      typed: { body, wording: `Elle la met à jour ${at} fois l’an.` },
    },
    {
      form: `${passage}/contribution?kind=source`,
      typed: { body, title: 'Une enquête', link: `https://example.org/${at}` },
    },
    { form: `${passage}/contribution?kind=argument`, typed: { body, stance: 'for' } },
    {
      form: `${report}/contribution?kind=local-success`,
      typed: { body, title: 'Une réussite', place: 'Lille' },
    },
  ]
  const written = writings[at % writings.length]
  assert.ok(written)
  return written
}

/**
 * Opens the form and sends it, as a browser does; who gets no answer, or hears that it failed, sends
 * the same form again until it leads to a receipt.
 */
export async function sayAtLast(
  site: Site,
  { author, form, typed }: Intent,
): Promise<Acknowledged> {
  const { action, hidden } = readForm(await openPage(site, author, form))
  const fields = { ...hidden, ...typed, step: 'publish' }
  const key = hidden['key']
  assert.ok(key)
  for (let sent = 1; ; sent += 1) {
    const to = await sendForm(site, author, { action, fields })
    const [, number] = /^\/fr\/contributions\/(\d+)\/receipt$/.exec(to ?? '') ?? []
    if (number) return { author, key, number: Number(number), at: new Date(), sent }
    await wait(sent)
  }
}

/** Before somebody tries again; fails for a site that does not come back within a minute or two. */
async function wait(tries: number): Promise<void> {
  assert.ok(tries < 300, 'the site does not come back')
  await delay(200)
}

async function openPage(site: Site, author: Author, path: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(site, author, path, {})
    if (answer?.status === 200) return answer.text
    await wait(tries)
  }
}

/** Where it leads to; null where it came to nothing. */
async function sendForm(
  site: Site,
  author: Author,
  { action, fields }: { action: string; fields: Record<string, string> },
): Promise<string | null> {
  const answer = await ask(site, author, action, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  return answer?.status === 303 ? answer.location : null
}

/** A request is answered, or cut off; one that is neither after so many milliseconds fails the test. */
const unanswered = 30_000

/** An answer that came whole, to what was asked well; undefined where there was none, or the server failed. */
async function ask({ address }: Site, { cookie }: Author, path: string, request: RequestInit) {
  const headers = { Cookie: cookie, Origin: address }
  const signal = AbortSignal.timeout(unanswered)
  const sent = { ...request, headers, signal, redirect: 'manual' as const }
  try {
    const answer = await fetch(address + path, sent)
    const { status } = answer
    const text = await answer.text()
    if (status >= 500) return undefined
    if (status < 400) return { status, text, location: answer.headers.get('Location') }
    return await Promise.reject(new Refused(`${status} for ${path}: ${text}`))
  } catch (error) {
    if (error instanceof Refused || signal.aborted) throw error
    return undefined
  }
}

/** What the server says no to would be refused again. */
class Refused extends Error {}

function readForm(page: string) {
  const [, action, inside] =
    /<form method="post" action="([^"]+)"[^>]* id="form">([^]*?)<\/form>/.exec(page) ?? []
  assert.ok(action && inside, page)
  const found = inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  const hidden = Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
  return { action, hidden }
}
