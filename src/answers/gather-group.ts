import { listAnchorsIn } from '../anchors/index.ts'
import {
  findContribution,
  listContributions,
  readBlockOf,
  type Contribution,
} from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  findLatestEdition,
  findWorkingBlock,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { largestGroup, type AnswerProblem } from './answer.ts'
import { listDecisions } from './store.ts'

/** A contribution as its answer is written. */
export type Said = {
  contribution: Contribution
  /** The passage as it was read; null where it speaks of the whole report. */
  read: PlacedBlock | null
  /** As it stands in the working text; null where it is no longer there, undefined where one may not know. */
  now: PlacedBlock | null | undefined
}

export type Group = {
  said: Said[]
  /** What was asked for and has no answer to get. */
  problems: AnswerProblem[]
  /** What is called by name, of the group or not. */
  known: Contribution[]
  /** Others that wait on the same passages. */
  others: Contribution[]
}

type Asked = {
  report: Report
  numbers: readonly number[]
  /** What the working text says is for editors only. */
  mayReadWorkingText: boolean
}

/** Others on the same passages that are offered at once. */
const offered = 20

/** Everything that the page of an answer shows of what is answered. */
export async function gatherGroup(db: Db, asked: Asked): Promise<Group> {
  const { report } = asked
  const numbers = asked.numbers.slice(0, largestGroup)
  const decisions = await listDecisions(db, numbers)
  const group: Group = { said: [], problems: [], known: [], others: [] }
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
  return { ...group, others: await listOthers(db, report, group.said) }
}

async function gatherSaid(
  db: Db,
  contribution: Contribution,
  { mayReadWorkingText }: Asked,
): Promise<Said> {
  const read = await readBlockOf(db, contribution)
  if (!read || !mayReadWorkingText) return { contribution, read, now: undefined }
  return { contribution, read, now: (await findWorkingBlock(db, read.id)) ?? null }
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
