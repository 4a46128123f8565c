import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import type { Day } from '../platform/paris-days.ts'
import { isBlank } from '../text/index.ts'

export type ControversyState = 'draft' | 'published' | 'settled'
export type Deed = 'made' | 'changed' | 'published' | 'settled' | 'reopened'

/** A position, by its number from 1 to 6, and the contributions that argue it. */
export type Position = { position: number; statement: string; numbers: number[] }

/** A question on which contributions differ. `lead`: what readers have to know, small Markdown. */
export type Content = { question: string; lead: string; positions: Position[] }

export type Controversy = Content & {
  id: number
  reportId: number
  state: ControversyState
  /** How often anything was done to it. */
  revision: number
}

/** Since when, how and where it was settled: in an edition, in the answer to one of its contributions, or at a meeting by its link. */
export type Settlement = {
  on: Day
  how: string
  editionNumber: number | null
  answeredNumber: number | null
  link: string | null
}

/** One thing that was done to a controversy. `content`: all that it said from then on, as canonical JSON. */
export type ControversyAct = {
  revision: number
  deed: Deed
  content: string
  settlement: Settlement | null
  role: string
  /** The name of whoever did it. */
  by: string
  at: Date
}

export const mostPositions = 6
export const fewestPositions = 2
/** Arguing one position. */
export const mostArguments = 60
/** Characters. */
export const limits = { question: 300, lead: 2000, statement: 500, how: 2000, link: 500 } as const

/** As an editor typed it: of each position its statement, and numbers of contributions. */
export type TypedContent = {
  question: string
  lead: string
  positions: { statement: string; numbers: string }[]
}

export type ContentProblem =
  | { position: null; problem: 'no-question' | 'question-too-long' | 'lead-too-long' }
  | { position: null; problem: 'too-few-positions' | 'changed-since' | 'made-already' }
  | {
      position: number
      problem:
        | 'no-statement'
        | 'statement-too-long'
        | 'numbers-unreadable'
        | 'too-many-arguments'
        | 'argued-by-nobody'
    }
  | { position: number; number: number; problem: ArgumentProblem }

/** What keeps a contribution from arguing a position. */
export type ArgumentProblem = 'not-there' | 'not-published' | 'argues-another'

/** Numbers as somebody types them, «12, 15 et n° 18»; null where something else stands among them. */
export function readNumbers(typed: string): number[] | null {
  const parts = typed.split(/[\s,;.]+|\bet\b|\band\b|n[°o]/iu).filter((part) => part !== '')
  if (!parts.every((part) => /^[1-9]\d{0,8}$/.test(part))) return null
  return [...new Set(parts.map(Number))].toSorted((one, other) => one - other)
}

/** A contribution that is named, as it stands. */
export type Named = { number: number; reportId: number; state: string }

/** What is known where a controversy is written: what is named, and what argued in it before. */
type Known = { reportId: number; named: readonly Named[]; before: ReadonlySet<number> }

export type ReadContent = { ok: true; content: Content } | { ok: false; problems: ContentProblem[] }

/** What was typed, as the content of a controversy, or all that is wrong with it. */
export function readContent(typed: TypedContent, known: Known): ReadContent {
  const positions = typed.positions.map(({ statement, numbers }, at) => ({
    position: at + 1,
    statement: isBlank(statement) ? '' : statement.trim(),
    numbers: readNumbers(numbers),
  }))
  const problems = [
    ...checkTexts(typed),
    ...positions.flatMap((one) => checkPosition(one)),
    ...checkArguments(
      positions.map(({ position, numbers }) => ({ position, numbers: numbers ?? [] })),
      known,
    ),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const content = {
    question: typed.question.trim(),
    lead: typed.lead.trim(),
    positions: positions
      .filter(({ statement }) => statement !== '')
      .map((one) => ({ ...one, numbers: one.numbers ?? [] })),
  }
  return { ok: true, content }
}

function checkTexts({ question, lead }: TypedContent): ContentProblem[] {
  const problems = [
    isBlank(question)
      ? ('no-question' as const)
      : question.trim().length > limits.question
        ? ('question-too-long' as const)
        : null,
    lead.trim().length > limits.lead ? ('lead-too-long' as const) : null,
  ]
  return problems.flatMap((problem) => (problem ? [{ position: null, problem }] : []))
}

type ReadPosition = Omit<Position, 'numbers'> & { numbers: number[] | null }

function checkPosition({ position, statement, numbers }: ReadPosition): ContentProblem[] {
  if (numbers === null) return [{ position, problem: 'numbers-unreadable' }]
  if (numbers.length > mostArguments) return [{ position, problem: 'too-many-arguments' }]
  if (statement === '') return numbers.length > 0 ? [{ position, problem: 'no-statement' }] : []
  return statement.length > limits.statement ? [{ position, problem: 'statement-too-long' }] : []
}

/** Each contribution argues one position; one that is public no more may stay where it was. */
function checkArguments(
  positions: readonly Pick<Position, 'position' | 'numbers'>[],
  { reportId, named, before }: Known,
): ContentProblem[] {
  const argued = new Set<number>()
  return positions.flatMap(({ position, numbers }) =>
    numbers.flatMap((number): ContentProblem[] => {
      const found = named.find((one) => one.number === number)
      if (found?.reportId !== reportId) return [{ position, number, problem: 'not-there' }]
      if (argued.has(number)) return [{ position, number, problem: 'argues-another' }]
      argued.add(number)
      const isOpen = found.state === 'published' || before.has(number)
      return isOpen ? [] : [{ position, number, problem: 'not-published' }]
    }),
  )
}

/** What keeps it from being laid before readers: two positions at least, and each of them argued. */
export function checkPublishable({ positions }: Content): ContentProblem[] {
  if (positions.length < fewestPositions) return [{ position: null, problem: 'too-few-positions' }]
  return positions
    .filter(({ numbers }) => numbers.length === 0)
    .map(({ position }) => ({ position, problem: 'argued-by-nobody' }))
}

/** The other way round of `readContent`. */
export function typedOf({ question, lead, positions }: Content): TypedContent {
  const typed = Array.from({ length: mostPositions }, (_none, at) => {
    const found = positions.find(({ position }) => position === at + 1)
    return { statement: found?.statement ?? '', numbers: found?.numbers.join(', ') ?? '' }
  })
  return { question, lead, positions: typed }
}

/** What an act keeps of it, and the journal has the hash of. */
export function documentOf({ question, lead, positions }: Content): string {
  const said = positions.map(({ position, statement, numbers }) => ({
    position,
    statement,
    contributions: numbers,
  }))
  return canonicalJson({ question, lead, positions: said })
}

const before: Record<Deed, readonly ControversyState[]> = {
  made: [],
  changed: ['draft', 'published', 'settled'],
  published: ['draft'],
  settled: ['published'],
  reopened: ['settled'],
}

/** Whether that can be done to one that stands so. */
export function isPossible(deed: Deed, state: ControversyState): boolean {
  return before[deed].includes(state)
}

/** How it stands after that. */
export function stateAfter(deed: Deed, state: ControversyState): ControversyState {
  if (deed === 'published' || deed === 'reopened') return 'published'
  if (deed === 'settled') return 'settled'
  return deed === 'made' ? 'draft' : state
}

type Told = Pick<ControversyAct, 'revision' | 'content' | 'settlement'> & { report: string }

/** What the journal says of an act: of its words the hashes alone. */
export function payloadOfAct({ report, revision, content, settlement }: Told): {
  [key: string]: Json
} {
  return {
    report,
    revision,
    sha256: sha256(content).toString('hex'),
    settlement: settlement && sha256(canonicalJson({ ...settlement })).toString('hex'),
  }
}
