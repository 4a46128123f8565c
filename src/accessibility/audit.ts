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

/** The reference that a new audit begins with. */
export const usualReference = 'RGAA 4.1.2'

/** Whether an audit is by the criteria that this program knows. */
export function isRgaa(reference: string): boolean {
  return /^RGAA\b/i.test(reference)
}

export type TypedAudit = {
  auditedOn: string
  auditor: string
  reference: string
  method: string
  exempted: string
  pages: AuditedPage[]
}

export type AuditProblem =
  | {
      code: 'no-date' | 'date-to-come' | 'no-auditor' | 'no-reference' | 'too-long' | 'no-pages'
      page: null
    }
  | { code: 'page-incomplete'; page: number }

export type AuditFacts = Omit<Audit, 'id' | 'begunAt' | 'publishedAt'>

type Read = { ok: true; audit: AuditFacts } | { ok: false; problems: AuditProblem[] }

/** What was typed of an audit; a page of which nothing is typed is none. */
export function readAudit(typed: TypedAudit, now: Date): Read {
  const audit = {
    auditedOn: typed.auditedOn.trim(),
    auditor: tidy(typed.auditor),
    reference: tidy(typed.reference),
    method: tidy(typed.method),
    exempted: tidy(typed.exempted),
    pages: typed.pages
      .map(({ number, title, address }) => ({ number, title: tidy(title), address: tidy(address) }))
      .filter(({ title, address }) => title !== '' || address !== ''),
  }
  const problems = [...checkFacts(audit, now), ...checkPages(audit.pages)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, audit }
}

function tidy(typed: string): string {
  return compose(typed.trim())
}

function checkFacts(audit: AuditFacts, now: Date): AuditProblem[] {
  const codes = [
    dateProblem(audit.auditedOn, now),
    audit.auditor === '' ? ('no-auditor' as const) : null,
    audit.reference === '' ? ('no-reference' as const) : null,
    isTooLong(audit) ? ('too-long' as const) : null,
    audit.pages.length === 0 ? ('no-pages' as const) : null,
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

function isTooLong({ auditor, reference, method, exempted, pages }: AuditFacts): boolean {
  const lines = [auditor, reference, ...pages.flatMap(({ title, address }) => [title, address])]
  const unread = lines.some((one) => one !== '' && !isReadableLine(one))
  const texts = [method, exempted]
  return (
    unread ||
    lines.some((one) => one.length > auditLimits.line) ||
    texts.some((one) => one.length > auditLimits.text)
  )
}

function checkPages(pages: readonly AuditedPage[]): AuditProblem[] {
  return pages
    .filter(({ title, address }) => title === '' || address === '')
    .map(({ number }) => ({ code: 'page-incomplete', page: number }))
}

/** Which criteria an audit by that reference has to speak of: those that are known, and what it named itself. */
export function criteriaOf(reference: string, findings: readonly Finding[]): string[] {
  const named = new Set(findings.map(({ criterion }) => criterion))
  const known: string[] = isRgaa(reference) ? [...criteria] : []
  const own = [...named].filter((criterion) => !known.includes(criterion))
  return [...known, ...own.toSorted(byParts)]
}

/** «2.10» after «2.9». */
export function byParts(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

/** How many findings there are still to be made, by page: an audit is published whole. */
export function countMissing(
  { reference, pages }: Pick<Audit, 'reference' | 'pages'>,
  findings: readonly Finding[],
): Map<number, number> {
  const all = criteriaOf(reference, findings)
  const made = Map.groupBy(findings, ({ page }) => page)
  return new Map(
    pages.map(({ number }) => {
      const here = new Set(made.get(number)?.map(({ criterion }) => criterion))
      return [number, all.filter((criterion) => !here.has(criterion)).length]
    }),
  )
}

/** What the journal says of an audit that is published: how it counts, and the hash of all that it says. */
export function payloadOfAudit(
  audit: Audit,
  findings: readonly Finding[],
  counted: { respected: number; applicable: number },
): { [key: string]: Json } {
  const { id, begunAt: _begunAt, publishedAt: _publishedAt, ...facts } = audit
  const said = { ...facts, findings: [...findings] }
  const { respected, applicable } = counted
  return { audit: id, respected, applicable, sha256: sha256(canonicalJson(said)).toString('hex') }
}
