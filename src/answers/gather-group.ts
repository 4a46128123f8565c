import { listAnchorsIn } from '../anchors/index.ts'
import {
  findContribution,
  isAmendment,
  listByNumbers,
  listContributions,
  readBlockOf,
  type Amendment,
  type Contribution,
} from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  contributionsBehind,
  findLatestEdition,
  listChangesOf,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { draftWith, takeAmendment, type Block, type Draft } from '../text/index.ts'
import { largestGroup, type AnswerProblem } from './answer.ts'
import {
  findStanding,
  partThatStands,
  writtenWhereItStands,
  type Written,
} from './find-standing.ts'
import { gatherRivals, isAmong, type Rivals } from './gather-rivals.ts'
import { listObstacles } from './obstacle-store.ts'
import { listDecisions } from './store.ts'

/** A contribution as its answer is written. */
export type Said = {
  contribution: Contribution
  /** The passage as it was read; null where it speaks of the whole report. */
  read: PlacedBlock | null
  /** As its words stand in the working text, be it in another passage by now; null: nowhere, undefined where one may not know. */
  now: PlacedBlock | null | undefined
  /** The passage as it was read, but for what went elsewhere; null where that is not known. */
  stayed: Stayed | null
  /** Of an amendment: as `now` can take it; null where that is not known. */
  written: Written | null
}

/** What of a passage that was read stands where its words are now, and the passages that have the rest, or were merged. */
export type Stayed = {
  part: Block
  beside: readonly PlacedBlock[]
  divided: 'split' | 'merged' | null
}

/** Amendments to one passage that can only be taken in one wording of their own, or that could be. */
export type Together = {
  amendments: readonly Amendment[]
  read: PlacedBlock
  now: PlacedBlock
  stayed: Stayed
} & Draft

export type Group = {
  said: Said[]
  /** What was asked for and has no answer to get. */
  problems: AnswerProblem[]
  /** What is called by name, of the group or not. */
  known: Contribution[]
  /** Others that wait on the same passages. */
  others: Contribution[]
  /** What is answered, beside those that wait and rewrite the same sentences; which say the same, by number. */
  rivals: Rivals[]
  equals: ReadonlyMap<number, readonly number[]>
  together: Together | null
  /** Because of which the passage of `together` stands as it does, by changes that no edition has yet. */
  changedBy: Contribution[]
}

type Asked = {
  report: Report
  numbers: readonly number[]
  /** What the working text says is for editors only. */
  mayReadWorkingText: boolean
}

/** Others on the same passages that are offered at once. */
const offered = 20

/** Others that stand beside what is answered. */
const comparedAtOnce = 30

/** Everything that the page of an answer shows of what is answered. */
export async function gatherGroup(db: Db, asked: Asked): Promise<Group> {
  const { report } = asked
  const numbers = asked.numbers.slice(0, largestGroup)
  const decisions = await listDecisions(db, numbers)
  const group: Group = {
    said: [],
    problems: [],
    known: [],
    others: [],
    rivals: [],
    equals: new Map(),
    together: null,
    changedBy: [],
  }
  for (const number of numbers) {
    const contribution = await findContribution(db, number)
    if (contribution?.reportId !== report.id) {
      group.problems.push({ number, problem: 'not-there' })
      continue
    }
    group.known.push(contribution)
    if (decisions.has(number)) group.problems.push({ number, problem: 'answered-already' })
    else if (contribution.state !== 'published') {
      group.problems.push({ number, problem: 'not-published' })
    } else if (contribution.replyTo !== null) group.problems.push({ number, problem: 'is-reply' })
    else group.said.push(await gatherSaid(db, contribution, asked))
  }
  const others = await listOthers(db, report, group.said)
  const compared = await compareSaid(db, report, group.said)
  const together = putTogether(group.said)
  const changedBy = together ? await listBehind(db, together.now) : []
  return { ...group, ...compared, others, together, changedBy }
}

/** What is answered, beside all that waits and rewrites the same sentences. */
async function compareSaid(
  db: Db,
  report: Report,
  said: readonly Said[],
): Promise<Pick<Group, 'rivals' | 'equals'>> {
  const own = said.map(({ contribution }) => contribution)
  const numbers = own.map(({ number }) => number)
  const obstacles = await listObstacles(db, report.id, numbers)
  const met = [...obstacles.values()].flatMap(({ rivals, equals }) => [...rivals, ...equals])
  const others = [...new Set(met)].filter((number) => !numbers.includes(number))
  const beside = await listByNumbers(db, others.slice(0, comparedAtOnce))
  const amendments = [...own, ...beside].filter(isAmendment)
  const ordered = amendments.toSorted((one, other) => one.number - other.number)
  const equals = new Map(
    [...obstacles].map(([number, found]) => [number, found.equals.slice(0, comparedAtOnce)]),
  )
  const rivals = await gatherRivals(db, ordered)
  return { equals, rivals: rivals.filter((one) => numbers.some((number) => isAmong(one, number))) }
}

async function gatherSaid(
  db: Db,
  contribution: Contribution,
  { report, mayReadWorkingText }: Asked,
): Promise<Said> {
  const read = await readBlockOf(db, contribution)
  const { passage } = contribution
  if (!read || !passage || !mayReadWorkingText) {
    return { contribution, read, now: undefined, stayed: null, written: null }
  }
  const standing = await findStanding(db, passage)
  const { now, beside } = standing
  const part = partThatStands(read, standing)
  const whole = part === read
  const divided = now === null || (whole && now.id === read.id) ? null : whole ? 'merged' : 'split'
  const written = isAmendment(contribution)
    ? writtenWhereItStands(standing, contribution, { base: read, lang: report.lang })
    : null
  return { contribution, read, now, stayed: { part, beside, divided }, written }
}

/** Of several on one passage, or of one that the passage as it stands cannot take word for word; null else. */
function putTogether(said: readonly Said[]): Together | null {
  const amended = said.flatMap(({ contribution, read, now, stayed, written }) =>
    isAmendment(contribution) && read ? [{ contribution, read, now, stayed, written }] : [],
  )
  const [first] = amended
  if (!first?.now || !first.stayed || amended.some((one) => !areOnOne(first, one))) return null
  const { read, now, stayed } = first
  const amendments = amended.map(({ contribution }) => contribution)
  const written = amended.flatMap((one) => one.written ?? [])
  if (written.length === 1 && written.every((one) => isSimple(one, now))) return null
  return { amendments, read, now, stayed, ...draftWith(now, written) }
}

/** They read the same passage, and their words still stand in one. */
function areOnOne(one: Pick<Said, 'read' | 'now'>, other: Pick<Said, 'read' | 'now'>): boolean {
  return one.read?.id === other.read?.id && one.now?.id === other.now?.id
}

/** Taken as it is, or said already. */
function isSimple(written: Written, now: PlacedBlock): boolean {
  const taken = takeAmendment({ ...written, current: now })
  return taken.ok ? !taken.merged : taken.problem === 'nothing-changed'
}

/** The contributions behind changes since the last edition whose words still stand in the passage. */
async function listBehind(db: Db, { id, sentences }: PlacedBlock): Promise<Contribution[]> {
  const standing = new Set(sentences.map(({ n }) => n))
  const changes = (await listChangesOf(db, id)).filter(
    ({ editionNumber, sentencesAfter }) =>
      editionNumber === null && sentencesAfter.some((n) => standing.has(n)),
  )
  const numbers = [...new Set(changes.flatMap(contributionsBehind))]
  return listByNumbers(
    db,
    numbers.toSorted((one, other) => one - other),
  )
}

async function listOthers(db: Db, report: Report, said: readonly Said[]): Promise<Contribution[]> {
  const numbers = said.map(({ contribution: { number } }) => number)
  const edition = await findLatestEdition(db, report.id)
  if (!edition) return []
  const anchors = [...(await listAnchorsIn(db, edition.id, numbers)).values()]
  const blockIds = [...new Set(anchors.flatMap(({ place }) => place?.blockId ?? []))]
  if (blockIds.length === 0) return []
  const waiting = await listContributions(
    db,
    { reportId: report.id, on: { editionId: edition.id, blockIds }, waiting: true },
    { order: 'oldest', limit: offered + said.length, offset: 0 },
  )
  const inGroup = new Set(numbers)
  return waiting.filter(({ number }) => !inGroup.has(number)).slice(0, offered)
}
