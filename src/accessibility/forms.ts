import { z } from 'zod'
import type { TypedAudit } from './audit.ts'
import type { AutomatedResults } from './automated.ts'
import type { SentFinding } from './merge-findings.ts'
import type { Setting } from './setting.ts'

type Body = { [name: string]: unknown }

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

const text = z.preprocess(
  last,
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

const settingForm = z.object({ email: text, address: text, planAddress: text })

const readForm = z.object({
  read: z.preprocess(last, z.coerce.number().int().min(0).max(2_000_000_000).catch(0)),
})

export function parseSetting(body: Body): { read: number; typed: Setting } {
  return { ...readForm.parse(body), typed: settingForm.parse(body) }
}

/** What a form carries of what it was opened with; empty for nothing, or none of ours. */
const mark = z.preprocess(
  last,
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .catch(''),
)

export function parseMark(body: Body): string {
  return mark.parse(body['read'])
}

/** The key of the form that begins an audit; empty for none of ours. PostgreSQL keeps no NUL. */
const key = z.preprocess(
  last,
  z
    .string()
    .regex(/^\P{Cc}{16,100}$/u)
    .catch(''),
)

export function parseKey(body: Body): string {
  return key.parse(body['key'])
}

const factsForm = z.object({ auditedOn: text, auditor: text, method: text, exempted: text })

/** More rows than a form of ours has. */
const mostPages = 200

/** Rows in their order: of pages that are known, by number, then of new ones. */
export function parseAudit(body: Body): TypedAudit {
  const named = Object.keys(body).flatMap((name) => {
    const [, row] = /^(?:title|address)\.([1-9]\d{0,3}|new-[1-9]\d{0,2})$/.exec(name) ?? []
    return row === undefined ? [] : [row]
  })
  const rows = [...new Set(named)].slice(0, mostPages)
  const ordered = rows.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const pages = ordered.map((row) => ({
    key: row,
    title: text.parse(body[`title.${row}`]),
    address: text.parse(body[`address.${row}`]),
  }))
  return { ...factsForm.parse(body), pages }
}

/** More than any theme has criteria. */
const mostRows = 150

const goForm = z.object({ go: z.preprocess(last, z.enum(['next', 'rest', 'stay']).catch('stay')) })

/** The rows of a form, in their order, as they were sent. */
export function parseFindings(body: Body): {
  go: 'next' | 'rest' | 'stay'
  sent: SentFinding[]
} {
  const sent = Array.from({ length: mostRows }, (_, at) => ({
    criterion: text.parse(body[`criterion.${at}`]),
    result: text.parse(body[`result.${at}`]),
    note: text.parse(body[`note.${at}`]),
    derogation: text.parse(body[`derogation.${at}`]),
    remedyOn: text.parse(body[`remedy.${at}`]),
    read: mark.parse(body[`read.${at}`]),
  }))
  return { ...goForm.parse(body), sent: sent.filter(isSent) }
}

function isSent({ criterion, result, note }: SentFinding): boolean {
  return criterion.trim() !== '' || result !== '' || note.trim() !== ''
}

export function parseCsv(body: Body): string {
  return text.parse(body['csv'])
}

/** What can be kept: no NUL, and no half of a character. */
const isKept = (said: string) => said.isWellFormed() && !said.includes('\0')

const line = z.string().min(1).max(500).refine(isKept)
const fault = z.string().min(1).max(2000).refine(isKept)
const pages = z
  .array(z.object({ name: line, faults: z.array(fault).max(200) }))
  .min(1)
  .max(5000)

/** As `npm run test:accessibility` writes them; other fields are for people. */
const resultsFile = z.object({
  kind: z.literal('vivace-accessibility-results'),
  madeOn: z.string(),
  checkers: z.array(line).min(1).max(10),
  pages,
})

/** What was pasted, and what it says; null where it is no such file. */
export function parseResults(body: Body): { pasted: string; results: AutomatedResults | null } {
  const pasted = text.parse(body['results'])
  const read = resultsFile.safeParse(readJson(pasted))
  if (!read.success) return { pasted, results: null }
  const { madeOn, checkers, pages: looked } = read.data
  return { pasted, results: { madeOn, checkers, pages: looked } }
}

function readJson(pasted: string): unknown {
  try {
    return JSON.parse(pasted)
  } catch {
    return null
  }
}

/** As they are kept. */
export function parsePages(kept: unknown): AutomatedResults['pages'] {
  return pages.parse(kept)
}
