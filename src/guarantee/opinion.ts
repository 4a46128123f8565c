import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import { isKnownLanguage } from '../platform/languages.ts'
import { isBlank } from '../text/index.ts'

/** One version of what a guarantor says; none is ever altered. */
export type Version = {
  opinionId: number
  version: number
  title: string
  /** Small Markdown. */
  body: string
  lang: string
  /** Why it was corrected; null of the first. */
  reason: string | null
  /** The name of whoever wrote it. */
  writtenBy: string
  writtenAt: Date
}

/** `editionNumber`: what it is on; null for the report as a whole. `current`: the newest version. */
export type Opinion = {
  id: number
  reportId: number
  editionNumber: number | null
  authorId: number
  current: Version
}

/** Characters. */
export const limits = { title: 200, body: 50_000, reason: 2000 } as const

export type TypedOpinion = {
  title: string
  body: string
  lang: string
  /** As the form sends it; empty for the report as a whole. */
  edition: string
  reason: string
  /** Of the form, so that what is sent twice is published once. */
  key: string
  /** The version that was corrected. */
  read: number
}

export type OpinionProblem =
  | 'no-title'
  | 'title-too-long'
  | 'no-body'
  | 'body-too-long'
  | 'no-lang'
  | 'no-such-edition'
  | 'no-reason'
  | 'reason-too-long'
  | 'nothing-changed'
  | 'corrected-meanwhile'
  | 'sent-already'

/** `editions`: numbers of those that are published; `before`: what is corrected. */
type Known = { editions: readonly number[]; before: Version | null }

/** What keeps an opinion, or a new version of one, from being published. */
export function checkOpinion(typed: TypedOpinion, { editions, before }: Known): OpinionProblem[] {
  if (before && before.version !== typed.read) return ['corrected-meanwhile']
  if (before && saysSame(typed, before)) return ['nothing-changed']
  const unknown = before === null && !isEdition(typed.edition, editions)
  const all: (OpinionProblem | null)[] = [
    within(typed.title, limits.title, 'title'),
    within(typed.body, limits.body, 'body'),
    isKnownLanguage(typed.lang) ? null : 'no-lang',
    unknown ? 'no-such-edition' : null,
    before ? within(typed.reason, limits.reason, 'reason') : null,
  ]
  return all.filter((problem) => problem !== null)
}

export function saysSame(typed: TypedOpinion, { title, body, lang }: Version): boolean {
  return typed.title.trim() === title && typed.body.trim() === body && typed.lang === lang
}

/** Or the report as a whole. */
function isEdition(typed: string, editions: readonly number[]): boolean {
  return typed === '' || editions.includes(Number(typed))
}

function within(text: string, limit: number, name: 'title' | 'body' | 'reason') {
  if (isBlank(text)) return `no-${name}` as const
  return text.trim().length > limit ? (`${name}-too-long` as const) : null
}

type Told = Pick<Version, 'version' | 'title' | 'body' | 'lang' | 'reason'> & {
  report: string
  editionNumber: number | null
}

/** What the journal says of a version: of what it speaks, and the hash of all that it says. */
export function payloadOfOpinion({ version, report, editionNumber, ...said }: Told): {
  [key: string]: Json
} {
  return { version, report, edition: editionNumber, sha256: hashOfVersion(said) }
}

/** The hash that the journal has of it, in hexadecimal. */
export function hashOfVersion({
  title,
  body,
  lang,
  reason,
}: Pick<Version, 'title' | 'body' | 'lang' | 'reason'>): string {
  return sha256(canonicalJson({ title, body, lang, reason })).toString('hex')
}
