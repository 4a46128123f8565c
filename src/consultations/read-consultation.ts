import type { z } from 'zod'

import { htmlToMarkdown } from '../platform/markdown/html-to-markdown.ts'
import { plainToMarkdown } from '../platform/markdown/plain-to-markdown.ts'
import { billFile, contributionsFile } from './consultation-fields.ts'

export type Votes = { agree: number; mixed: number; disagree: number }

/** What an argument or a source is about. */
export type ConsultationTarget = { kind: 'article' | 'proposal'; id: number }

/** A consultation held elsewhere, as its two files tell it. Bodies are Markdown. */
export type Consultation = {
  articles: { id: number; title: string; section: string; votes: Votes }[]
  proposals: {
    id: number
    author: string
    section: string
    title: string
    body: string
    explanation: string | null
    at: Date
    trashed: boolean
    votes: Votes
    /** How many rewordings were proposed; their text is not in the files. */
    rewordings: number
  }[]
  arguments: {
    id: number
    on: ConsultationTarget
    author: string
    side: 'for' | 'against'
    body: string
    at: Date
    supports: number
    trashed: boolean
  }[]
  sources: {
    id: number
    on: ConsultationTarget
    author: string
    title: string
    link: string
    category: string
    /** May be empty. */
    body: string
    at: Date
    supports: number
  }[]
  /** The distinct pseudonyms of proposals, arguments and sources, in order of appearance. */
  authors: string[]
  /** What was left out of the proposals' HTML, and how often. */
  dropped: { what: string; count: number }[]
}

export type ReadConsultation =
  | { ok: true; consultation: Consultation }
  | { ok: false; mistakes: string[] }

type Bill = z.infer<typeof billFile>
type Contributions = z.infer<typeof contributionsFile>

const told = 20

/**
 * Reads the two files of a consultation (docs/consultation-format.md), each as parsed JSON. Refused
 * whole when anything is wrong: each mistake is told by its path, as `arguments[17].side must be
 * "for" or "against"`, up to twenty of them.
 */
export function readConsultation(bill: unknown, contributions: unknown): ReadConsultation {
  const first = billFile.safeParse(bill)
  const second = contributionsFile.safeParse(contributions)
  if (!first.success || !second.success) {
    const issues = [...(first.error?.issues ?? []), ...(second.error?.issues ?? [])]
    return refuse(issues.map(({ path, message }) => `${sayPath(path)} ${message}`))
  }
  const mistakes = checkIds(first.data, second.data)
  if (mistakes.length > 0) return refuse(mistakes)
  return convert(first.data, second.data)
}

function refuse(mistakes: string[]): ReadConsultation {
  const more = mistakes.length - told
  return {
    ok: false,
    mistakes: more > 0 ? [...mistakes.slice(0, told), `and ${more} more`] : mistakes,
  }
}

function sayPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  return steps.join('').replace(/^\./, '') || 'the file'
}

function checkIds({ articles }: Bill, file: Contributions): string[] {
  const lists = { articles, ...file }
  const mistakes = Object.entries(lists).flatMap(([name, list]) => findRepeated(name, list))
  const targets = findTargets({ articles }, file)
  for (const name of ['arguments', 'sources'] as const) {
    for (const [index, { on }] of file[name].entries()) {
      const count = targets.get(on)?.length ?? 0
      if (count === 0) mistakes.push(`${name}[${index}].on is the id of no article and no proposal`)
      if (count > 1) mistakes.push(`${name}[${index}].on is the id of an article and of a proposal`)
    }
  }
  return mistakes
}

function findRepeated(name: string, list: readonly { id: number }[]): string[] {
  const first = new Map<number, number>()
  return list.flatMap(({ id }, index) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, index)
    return before === undefined ? [] : [`${name}[${index}].id is that of ${name}[${before}] too`]
  })
}

function findTargets(
  { articles }: Bill,
  { proposals }: Contributions,
): Map<number, ConsultationTarget[]> {
  const targets = new Map<number, ConsultationTarget[]>()
  for (const { id } of articles) targets.set(id, [{ kind: 'article', id }])
  for (const { id } of proposals) {
    const others = (targets.get(id) ?? []).filter(({ kind }) => kind === 'article')
    targets.set(id, [...others, { kind: 'proposal', id }])
  }
  return targets
}

function convert({ articles }: Bill, file: Contributions): ReadConsultation {
  const counts = new Map<string, number>()
  const fromHtml = (html: string): string => {
    const { markdown, dropped } = htmlToMarkdown(html)
    for (const { what, count } of dropped) counts.set(what, (counts.get(what) ?? 0) + count)
    return markdown
  }
  const proposals = file.proposals.map(({ bodyHtml, explanationHtml, createdAt, ...proposal }) => ({
    ...proposal,
    body: fromHtml(bodyHtml),
    explanation: fromHtml(explanationHtml ?? '') || null,
    at: createdAt,
  }))
  const mistakes = proposals.flatMap(({ body }, index) =>
    body === '' ? [`proposals[${index}].bodyHtml must hold words`] : [],
  )
  if (mistakes.length > 0) return refuse(mistakes)
  const targets = findTargets({ articles }, file)
  const said = <S extends { on: number; createdAt: Date; body: string }>(list: readonly S[]) =>
    list.flatMap(({ createdAt, ...one }) =>
      (targets.get(one.on) ?? []).map((on) => ({
        ...one,
        on,
        body: plainToMarkdown(one.body),
        at: createdAt,
      })),
    )
  const everybody = [...file.proposals, ...file.arguments, ...file.sources]
  const consultation = {
    articles,
    proposals,
    arguments: said(file.arguments),
    sources: said(file.sources),
    authors: [...new Set(everybody.map(({ author }) => author))],
    dropped: [...counts].map(([what, count]) => ({ what, count })),
  }
  return { ok: true, consultation }
}
