import { contestDecision, currentOf, listDecisions, receiveFlag } from '../moderation/index.ts'
import { assertDone } from './assert-done.ts'
import { contributionNamed, type Filling } from './filling.ts'
import { contested, flagged } from './redress.ts'

/** A flag and an appeal that wait for somebody to decide. */
export async function fillRedress({ db, people, numbers, daysAgo }: Filling): Promise<void> {
  const { rule: ground, explanation, words } = flagged
  const nobody = { law: '', grave: false, name: '', email: '' }
  const typed = { ...nobody, ground, explanation, words, goodFaith: true, read: 1 }
  const flag = {
    number: contributionNamed(numbers, flagged.of),
    typed,
    locale: 'fr' as const,
    mailing: null,
  }
  assertDone(await receiveFlag(db, people(flagged.by), flag, daysAgo(flagged.daysAgo)))

  const number = contributionNamed(numbers, contested.of)
  const decisionId = currentOf(await listDecisions(db, number))?.id ?? 0
  const appeal = { number, decisionId, reason: contested.reason, mailing: null }
  assertDone(await contestDecision(db, people(contested.by), appeal, daysAgo(contested.daysAgo)))
}
