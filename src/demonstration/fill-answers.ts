import { answerContributions } from '../answers/index.ts'
import { changeByHand, noCauses, planEdit, planInsertion } from '../changes/index.ts'
import { findContribution } from '../contributions/index.ts'
import { newBlockId } from '../platform/ids.ts'
import { blockSaying } from './fill-contributions.ts'
import { assertDone } from './assert-done.ts'
import { contributionNamed, type Filling } from './filling.ts'
import type { SampleAnswer, SampleChange } from './sample.ts'

/** Answers as the editors did; what they changed by hand for an answer comes just before it. */
export async function fillAnswers(
  filling: Filling,
  answers: readonly SampleAnswer[],
): Promise<void> {
  const { db, report, people, daysAgo } = filling
  for (const { to, decision, reason, wording = '', byHand, ...given } of answers) {
    const now = daysAgo(given.daysAgo)
    const numbers = to.map((key) => contributionNamed(filling.numbers, key))
    if (byHand) await change(filling, { sample: byHand, numbers }, now)
    const answering = await Promise.all(
      numbers.map(async (number) => ({ number, read: await revisionOf(filling, number) })),
    )
    const finished = { wording, whole: '', stands: '' }
    const answer = { report, answering, decision, reason, ...finished, mailing: null }
    assertDone(await answerContributions(db, people('rapporteur'), answer, now))
  }
}

async function revisionOf({ db }: Filling, number: number): Promise<number> {
  const contribution = await findContribution(db, number)
  if (!contribution) throw new Error(`contribution ${number} of the demonstration is not there`)
  return contribution.revision
}

type Changing = { sample: SampleChange; numbers: readonly number[] }

async function change(filling: Filling, { sample, numbers }: Changing, now: Date): Promise<void> {
  const { db, report, people } = filling
  const { on, replaces, wording, reason, citation = '', link = '', erratum = false } = sample
  const contributions = numbers.join(', ')
  const typed = { ...noCauses, contributions, reason, citation, link, erratum }
  const changed = await changeByHand(db, people('rapporteur'), { report, typed }, (blocks) => {
    const block = blockSaying(blocks, on)
    if (replaces === null) {
      const described = { kind: 'paragraph' as const, level: 0, wording }
      const insertion = { ...described, after: block.id, id: newBlockId() }
      return planInsertion(blocks, insertion, { report, now })
    }
    const words = block.text.replace(replaces, wording)
    return planEdit(block, { kind: null, level: block.level, wording: words }, { report, now })
  })
  assertDone(changed)
}
