import { isReadableLine } from '../people/index.ts'
import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import { dayInParis, type Day } from '../platform/paris-days.ts'
import { compose } from '../text/index.ts'
import { criteria } from '../rgaa/index.ts'

/** An audit that people made: when, who, by which reference, how, and of which pages. */
export type Audit = {
  id: number
  auditedOn: Day
  auditor: string
  reference: string
  method: string
  /** What the law exempts, and so was not audited; empty where nothing is. */
  exempted: string
  begunAt: Date
  publishedAt: Date | null
  pages: AuditedPage[]
}

export type AuditedPage = { number: number; title: string; address: string }

export const results = ['conforming', 'not-conforming', 'not-applicable'] as const
export type Result = (typeof results)[number]

/** What was found of one criterion on one page. */
export type Finding = {
  page: number
  criterion: string
  result: Result
  note: string
  /** Why it would be a disproportionate burden; empty where no derogation is claimed. */
  derogation: string
  remedyOn: Day | null
}

/** Characters, and pages. */
export const auditLimits = { line: 200, text: 2000, pages: 60 } as const

/**
 * What an audit is made by: a declaration rests on the RGAA (decree 2019-768), and on all of its criteria that
 * this program knows.
 */
export const reference = 'RGAA 4.1.2'

/** A row of the form: a page by its number, or «new-1» for one that has none yet. */
export type TypedPage = { key: string; title: string; address: string }

export type TypedAudit = {
  auditedOn: string
  auditor: string
  method: string
  exempted: string
  pages: TypedPage[]
}

export type AuditProblem =
  | {
      code:
        | 'no-date'
        | 'date-to-come'
        | 'no-auditor'
        | 'too-long'
        | 'no-pages'
        | 'too-many-pages'
        | 'changed-since'
        | 'published-since'
      page: null
    }
  | { code: 'page-incomplete'; page: string }

/** `pages`: as the form has them; those that are emptied there are in it, without a word. */
export type ReadFacts = Omit<TypedAudit, 'pages'> & { pages: TypedPage[] }

type Read = { ok: true; facts: ReadFacts } | { ok: false; problems: AuditProblem[] }

/** What was typed of an audit. */
export function readAudit(typed: TypedAudit, now: Date): Read {
  const facts = {
    auditedOn: typed.auditedOn.trim(),
    auditor: tidy(typed.auditor),
    method: tidy(typed.method),
    exempted: tidy(typed.exempted),
    pages: typed.pages.map(({ key, title, address }) => ({
      key,
      title: tidy(title),
      address: tidy(address),
    })),
  }
  const problems = [...checkFacts(facts, now), ...checkPages(facts.pages)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts }
}

function tidy(typed: string): string {
  return compose(typed.trim())
}

function checkFacts(facts: ReadFacts, now: Date): AuditProblem[] {
  const codes = [
    dateProblem(facts.auditedOn, now),
    facts.auditor === '' ? ('no-auditor' as const) : null,
    isTooLong(facts) ? ('too-long' as const) : null,
  ]
  return codes.flatMap((code) => (code === null ? [] : [{ code, page: null }]))
}

function dateProblem(typed: string, now: Date): 'no-date' | 'date-to-come' | null {
  if (!isDay(typed)) return 'no-date'
  return typed > dayInParis(now) ? 'date-to-come' : null
}

/** A day of the calendar that an audit, or what is planned after one, can be of. */
export function isDay(typed: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(typed)) return false
  const date = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed)
}

function isTooLong({ auditor, method, exempted, pages }: ReadFacts): boolean {
  const lines = [auditor, ...pages.flatMap(({ title, address }) => [title, address])]
  const unread = lines.some((one) => one !== '' && !isReadableLine(one))
  const texts = [method, exempted]
  return (
    unread ||
    lines.some((one) => one.length > auditLimits.line) ||
    texts.some((one) => one.length > auditLimits.text)
  )
}

function checkPages(pages: readonly TypedPage[]): AuditProblem[] {
  return pages
    .filter(({ title, address }) => (title === '') !== (address === ''))
    .map(({ key }) => ({ code: 'page-incomplete', page: key }))
}

export function isBlank({ title, address }: TypedPage): boolean {
  return title.trim() === '' && address.trim() === ''
}

/** What becomes of an audit's pages: `added` have no number yet. */
export type PlannedPages = { kept: AuditedPage[]; added: Omit<AuditedPage, 'number'>[] }
type Planned = ({ ok: true } & PlannedPages) | { ok: false; problem: 'no-pages' | 'too-many-pages' }

/**
 * The pages of an audit after a form: one goes where the form has it emptied; one that the form does not know stays; and
 * one that somebody else took out meanwhile is a page anew where the form still names it.
 */
export function planPages(pages: readonly AuditedPage[], typed: readonly TypedPage[]): Planned {
  const byKey = new Map(typed.map((row) => [row.key, row]))
  const kept = pages.flatMap((page) => {
    const row = byKey.get(String(page.number))
    if (!row) return [page]
    return isBlank(row) ? [] : [{ number: page.number, title: row.title, address: row.address }]
  })
  const known = new Set(pages.map(({ number }) => String(number)))
  const added = typed
    .filter((row) => !known.has(row.key) && !isBlank(row))
    .map(({ title, address }) => ({ title, address }))
  const count = kept.length + added.length
  if (count === 0) return { ok: false, problem: 'no-pages' }
  return count > auditLimits.pages
    ? { ok: false, problem: 'too-many-pages' }
    : { ok: true, kept, added }
}

/** An audit as a form begins with it. */
export function typedAudit({ auditedOn, auditor, method, exempted, pages }: Audit): TypedAudit {
  const rows = pages.map(({ number, title, address }) => ({ key: String(number), title, address }))
  return { auditedOn, auditor, method, exempted, pages: rows }
}

/** «2.10» after «2.9». */
export function byParts(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

/** How many findings there are still to be made, by page: an audit is published whole. */
export function countMissing(
  pages: readonly AuditedPage[],
  findings: readonly Finding[],
): Map<number, number> {
  const made = Map.groupBy(findings, ({ page }) => page)
  return new Map(
    pages.map(({ number }) => {
      const here = new Set(made.get(number)?.map(({ criterion }) => criterion))
      return [number, criteria.filter((criterion) => !here.has(criterion)).length]
    }),
  )
}

/** Whether an audit says all that was typed already, page by page: sent twice, a form is not stale. */
export function saysAlready(audit: Audit, typed: ReadFacts): boolean {
  return canonicalJson(sayWhole(typedAudit(audit))) === canonicalJson(sayWhole(typed))
}

function sayWhole({ pages, ...facts }: TypedAudit): Json {
  const named = pages.filter((row) => !isBlank(row))
  return { ...facts, pages: named.map(({ title, address }) => [title, address]) }
}

/** What a form carries of the facts that it was opened with. */
export function markOfFacts(audit: Audit): string {
  return sha256(canonicalJson(typedAudit(audit))).toString('hex')
}

/** Of all that an audit says. */
export function hashOfAudit(audit: Audit, findings: readonly Finding[]): string {
  const { id: _id, begunAt: _begunAt, publishedAt: _publishedAt, ...facts } = audit
  return sha256(canonicalJson({ ...facts, findings: [...findings] })).toString('hex')
}

/** What the journal says of an audit that is published: how it counts, and the hash of all that it says. */
export function payloadOfAudit(
  audit: Audit,
  findings: readonly Finding[],
  { respected, applicable }: { respected: number; applicable: number },
): { [key: string]: Json } {
  return { audit: audit.id, respected, applicable, sha256: hashOfAudit(audit, findings) }
}
