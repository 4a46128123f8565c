import { fileURLToPath } from 'node:url'
import { publishEdition } from '../editions/index.ts'
import { importReport, readWithPictures } from '../imports/index.ts'
import { authorize, operator } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction, lockUntilCommit } from '../platform/db/transaction.ts'
import { findReport, type Report } from '../reports/index.ts'
import { answers, lateAnswers } from './answers.ts'
import { onDeciding } from './debate-deciding.ts'
import { onSecondEdition } from './debate-second-edition.ts'
import { onSharing } from './debate-sharing.ts'
import { onUnderstanding } from './debate-understanding.ts'
import { fillAnswers } from './fill-answers.ts'
import { fillContributions, fillSecondThoughts } from './fill-contributions.ts'
import { fillGroups } from './fill-groups.ts'
import { fillFollowing } from './fill-following.ts'
import { fillPeople } from './fill-people.ts'
import { fillOpinion, fillSanctions } from './fill-guarantee.ts'
import { fillTopics, prolongTopics, quoteEdition } from './fill-topics.ts'
import { fillRedress } from './fill-redress.ts'
import { assertDone } from './assert-done.ts'
import type { Filling } from './filling.ts'
import { keepLife } from './life.ts'
import { calendar, slug } from './sample.ts'
import { saidBeforeEdition, saidOfTopics, saidOfTopicsLater } from './topics.ts'
import { secondThoughts } from './second-thoughts.ts'

const day = 24 * 3600 * 1000

/** Any number, the same in every process: whoever holds it fills the demonstration in. */
const fillingLock = 727_003

/**
 * Fills the demonstration in, whole or not at all, through the same acts as everybody's; false if it
 * is there already.
 */
export function fillDemonstration(db: Db, now: Date): Promise<boolean> {
  authorize(operator, 'demonstration.fill', null)
  return inTransaction(db, async (tx) => {
    await lockUntilCommit(tx, fillingLock)
    if (await findReport(tx, slug)) return false
    await fill(tx, now)
    return true
  })
}

async function fill(db: Db, now: Date): Promise<void> {
  const today = Math.floor(now.getTime() / day) * day
  const daysAgo = (days: number) => new Date(today - days * day)
  const imported = daysAgo(calendar.imported)
  const report = await importSample(db, imported)
  const people = await fillPeople(db, report, imported)
  const filling: Filling = { db, report, people, numbers: new Map(), topics: new Map(), daysAgo }

  const debate = [...onUnderstanding, ...onSharing, ...onDeciding, ...saidOfTopics]
  await fillTopics(filling, true)
  await fillContributions(filling, saidBeforeEdition)
  await publish(filling, calendar.first)
  await fillTopics(filling, false)
  await quoteEdition(filling)
  await fillContributions(filling, debate)
  await fillSecondThoughts(filling, secondThoughts, debate)
  await fillAnswers(filling, answers)

  await publish(filling, calendar.second)
  await fillContributions(filling, [...onSecondEdition, ...saidOfTopicsLater])
  await prolongTopics(filling)
  await fillAnswers(filling, lateAnswers)
  await fillGroups(filling)
  await fillRedress(filling)
  await fillSanctions(filling)
  await fillOpinion(filling)
  await fillFollowing(filling)
  await keepLife(db, people('rapporteur'), report, now)
}

async function importSample(db: Db, now: Date): Promise<Report> {
  const file = await readWithPictures(fileURLToPath(new URL('report.fr.html', import.meta.url)))
  const about = {
    authors: 'Vivace (texte illustratif)',
    commissioner: null,
    licence: 'CC BY 4.0',
    editionPlannedFor: null,
    illustrative: true,
  }
  const request = { slug, file, reason: 'Premier texte', propositionWords: [], about }
  assertDone(await importReport(db, operator, request, now))
  const report = await findReport(db, slug)
  if (!report) throw new Error('the report of the demonstration was not made')
  return report
}

async function publish({ db, report, people, daysAgo }: Filling, days: number): Promise<void> {
  const publication = { report, unansweredConfirmed: true, seen: null }
  assertDone(await publishEdition(db, people('redaction'), publication, daysAgo(days)))
}
