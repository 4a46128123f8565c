import { Agent, get } from 'node:http'
import { sql } from 'kysely'
import { openSession, sessionCookie } from '../../src/people/index.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import type { Benchmark, Budget, Figure } from './figure.ts'
import { fillTo, type Size } from './fill.ts'
import { findPages, type ReadPage } from './pages.ts'
import { editor, type Prepared } from './prepared.ts'
import { whileServing } from './program.ts'
import { draw, makeRandom, median, p95 } from './statistics.ts'

const warmUp = 30
const requests = 200

/** What the consultation on the digital republic had in the end. */
const consultation: Size = { contributions: 8501, supports: 147_710, people: 21_330 }
const twoMillion: Size = { contributions: 2_000_000, supports: 5_000_000, people: 500_000 }

export const uncached: Benchmark = {
  title:
    'uncached: pages made for somebody who is signed in, at 8,501 contributions and 147,710 supports',
  run: (prepared) => measureAt(prepared, consultation, 50),
}

export const millions: Benchmark = {
  title: 'millions: the same pages at 2,000,000 contributions and 5,000,000 supports',
  run: (prepared) => measureAt(prepared, twoMillion, 100),
}

async function measureAt(prepared: Prepared, size: Size, most: number): Promise<Figure[]> {
  const { db, url, close } = await prepared.consultation()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await fillTo(db, size)
    const kinds = await chooseKinds(db, most)
    const cookies = { reader: await signIn(db, 'reader'), editor: await signIn(db, 'editor') }
    const figures = await countRows(db)
    await whileServing(url, async (origin) => {
      for (const { what, pages, who, budget } of kinds) {
        const ask = (path: string) => time(origin + path, cookies[who], agent)
        figures.push(...describe(what, await readMany(pages, ask), budget))
      }
    })
    return figures
  } finally {
    agent.destroy()
    await close()
  }
}

type Kind = {
  what: string
  pages: readonly ReadPage[]
  who: 'reader' | 'editor'
  budget: Budget | null
}

/** The fullest passage by itself as well: where everybody speaks, everybody reads. */
async function chooseKinds(db: Db, most: number): Promise<Kind[]> {
  const { front, list, parts, passages, contributions } = await findPages(db)
  const budget = { most }
  const reader = { who: 'reader' as const, budget }
  return [
    { what: 'passages, as often as they are spoken of', pages: passages, ...reader },
    { what: 'the fullest passage', pages: passages.slice(0, 1), ...reader },
    { what: 'parts, as often as they are long', pages: parts, ...reader },
    { what: 'the longest part', pages: parts.slice(0, 1), who: 'reader', budget: { most: 150 } },
    { what: 'contributions, as often as they are supported', pages: contributions, ...reader },
    { what: 'list, newest first', pages: single(list), ...reader },
    { what: 'list, most supported first', pages: single(`${list}?order=supported`), ...reader },
    { what: 'front page of the report', pages: single(front), ...reader },
    {
      what: 'the whole text',
      pages: single(`${front}/whole`),
      who: 'reader',
      budget: { most: 150 },
    },
    { what: 'a word sought in the text', pages: searches(front, 'text'), ...reader },
    { what: 'and in what was said of it', pages: searches(front, 'contributions'), ...reader },
    {
      what: 'the workshop’s queue',
      pages: single(front.replace('/reports/', '/workshop/reports/')),
      who: 'editor',
      budget: null,
    },
  ]
}

/** Rare words and frequent ones, as people type them. */
const sought = [
  'donnees',
  'administration',
  'logiciel libre',
  '"intérêt général"',
  'archives',
  'loi',
]

function searches(front: string, group: string): ReadPage[] {
  return sought.map((words) => ({
    path: `${front}/search?q=${encodeURIComponent(words)}&in=${group}`,
    weight: 1,
  }))
}

function single(path: string): ReadPage[] {
  return [{ path, weight: 1 }]
}

/** One request after the other, each page as often as its weight says; the first ones are not counted. */
async function readMany(pages: readonly ReadPage[], ask: (path: string) => Promise<number>) {
  const random = makeRandom(1)
  const times: number[] = []
  for (let asked = 0; asked < warmUp + requests; asked += 1) {
    times.push(await ask(draw(pages, random).path))
  }
  return times.slice(warmUp)
}

/** Milliseconds until a page was received whole; fails on anything but a page. */
export function time(address: string, cookie: string, agent: Agent): Promise<number> {
  const from = performance.now()
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { cookie } }, (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - from)
        else reject(new Error(`${address} answers ${response.statusCode}`))
      })
    }).on('error', reject)
  })
}

export function describe(what: string, times: readonly number[], budget: Budget | null): Figure[] {
  return [
    { what, value: median(times), unit: 'ms' },
    { what: '  p95', value: p95(times), unit: 'ms', ...(budget && { budget }) },
  ]
}

/** The session of somebody who has no role, or of whoever published the edition. */
export async function signIn(db: Db, who: Kind['who']): Promise<string> {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from identity where (subject = ${editor}) = ${who === 'editor'} limit 1
  `.execute(db)
  return `${sessionCookie}=${await openSession(db, rows[0]?.id ?? 0, new Date())}`
}

async function countRows(db: Db): Promise<Figure[]> {
  const { rows } = await sql<{ contributions: number; supports: number }>`
    select (select count(*)::integer from contribution) as contributions,
      (select count(*)::integer from support) as supports
  `.execute(db)
  return Object.entries(rows[0] ?? {}).map(([what, value]) => ({ what, value, unit: '' }))
}
