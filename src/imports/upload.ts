import { compose, type Correction, type ParsedBlock, type ParsedDocument } from '../text/index.ts'

/** A document between its reading and its acceptance; the file itself is not kept. */
export type Upload = {
  id: string
  reportId: number
  uploadedAt: Date
  fileName: string
  sha256: Buffer
  document: ParsedDocument
  corrections: Corrections
}

/** What an editor says of a file: why it is there, and how its headings are to be read. */
export type Corrections = {
  reason: string
  propositionWords: string[]
  /** By the block's index in the document. */
  headings: Record<number, Correction>
}

export type FieldProblem = 'no-reason' | 'reason-too-long' | 'words-too-long'

/** UTF-16 units. */
const longestReason = 1000
const longestWord = 60
const mostWords = 20

export function checkReason(reason: string): FieldProblem[] {
  if (reason.trim() === '') return ['no-reason']
  return reason.trim().length > longestReason ? ['reason-too-long'] : []
}

/** «Mesure, Action» as a list, each once. */
export function splitWords(typed: string): string[] {
  const words = compose(typed).split(/[,;\n]/u)
  return [...new Set(words.map((word) => word.replaceAll(/\s+/gu, ' ').trim()))].filter(Boolean)
}

export function checkWords(words: readonly string[]): FieldProblem[] {
  const long = words.some((word) => word.length > longestWord)
  return long || words.length > mostWords ? ['words-too-long'] : []
}

/** The name that a file is kept under: without folders and control characters, its end kept. */
export function fileNameOf(sent: string): string {
  const base = sent.split(/[/\\]/u).at(-1) ?? ''
  const clean = compose(base.toWellFormed())
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  return clean.slice(-longestName).toWellFormed() || 'document'
}

/** UTF-16 units; the table's own limit is as many characters. */
const longestName = 200

export function headingsOf({ headings }: Corrections): Map<number, Correction> {
  return new Map(Object.entries(headings).map(([index, said]) => [Number(index), said]))
}

export const levels = [1, 2, 3, 4, 5, 6]

/** What a block can be read as, as a form's choice names it. */
const choices = new Set([
  'paragraph',
  ...levels.flatMap((level) => [`heading-${level}`, `proposition-${level}`]),
])

/** What the block is read as now. */
export function choiceOf({ kind, level }: Pick<ParsedBlock, 'kind' | 'level'>): string {
  if (kind === 'paragraph') return 'paragraph'
  return `${kind === 'proposition' ? 'proposition' : 'heading'}-${Math.min(6, Math.max(1, level))}`
}

export function readChoice(choice: string): Correction | null {
  if (!choices.has(choice)) return null
  const [as = '', level = ''] = choice.split('-')
  return as === 'heading' || as === 'proposition'
    ? { as, level: Number(level) }
    : { as: 'paragraph' }
}

type Shown = {
  /** As they are read without a correction. */
  read: readonly ParsedBlock[]
  /** As the form showed them. */
  shown: readonly ParsedBlock[]
}

/** The corrections with those that a form adds or takes back; what was left as shown is no correction. */
export function takeChoices(
  headings: Corrections['headings'],
  chosen: ReadonlyMap<number, string>,
  { read, shown }: Shown,
): Corrections['headings'] {
  const next = new Map(Object.entries(headings).map(([at, said]) => [Number(at), said]))
  for (const [index, choice] of chosen) {
    const [correction, now, first] = [readChoice(choice), shown[index], read[index]]
    if (!correction || !now || !first || choice === choiceOf(now)) continue
    if (choice === choiceOf(first)) next.delete(index)
    else next.set(index, correction)
  }
  return Object.fromEntries(next)
}

/** A kind as message files name it: they know no hyphens. */
export function keyOf(kind: string): string {
  return kind.replace('-', '_')
}
