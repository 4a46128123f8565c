import { confirmsOffice, listSpeaking, type Speaking } from '../organisations/index.ts'
import {
  checkTrueName,
  findTrueName,
  saveTrueName,
  type Person,
  type TrueNameProblem,
} from '../people/index.ts'
import { can, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { asksTrueNames, type Report } from '../reports/index.ts'
import type { Author } from './contribution.ts'

/** In whose name somebody can speak now, and whether they still have to say who they are. */
export type Voice = { mandates: Speaking[]; needsTrueName: boolean }

/** Of whoever is signed in; a visitor speaks in no name yet. */
export async function findVoice(
  db: Db,
  { personId }: Actor,
  report: Report,
  now: Date,
): Promise<Voice> {
  if (personId === null) return { mandates: [], needsTrueName: false }
  const mandates = await listSpeaking(db, personId, now)
  return { mandates, needsTrueName: await needsTrueName(db, personId, report) }
}

/**
 * How an author is shown, for good: as themselves, or for an organisation with the mandate that they hold at that
 * moment; null where they hold none. Its side is the organisation's.
 */
export async function authorFor(
  db: Db,
  { actor, person, speaker }: { actor: Actor; person: Person; speaker: string },
  now: Date,
): Promise<Author | null> {
  const mandates = await listSpeaking(db, person.id, now)
  const { displayName: name, territory, languages } = person
  const office = person.office && {
    ...person.office,
    verified: confirmsOffice(person.office, mandates),
  }
  const said = { name, territory, languages, office }
  if (speaker === '') {
    const { helixSide, organisation } = person
    return { ...said, helixSide, organisation, spokenFor: null }
  }
  const mandate = mandates.find(({ slug }) => slug === speaker)
  if (!mandate || !can(actor, 'organisation.speak', { organisationId: mandate.id })) return null
  const { slug, helixSide, verified, from, until } = mandate
  const spokenFor = { slug, verified, from, until }
  return { ...said, helixSide, organisation: mandate.name, spokenFor }
}

type Named = { report: Report; trueName?: string }

/** Keeps the true name that a report asks for; what is wrong with it, where it is still missing. */
export async function keepTrueName(
  tx: Db,
  { id }: Person,
  { report, trueName = '' }: Named,
): Promise<TrueNameProblem | null> {
  if (!(await needsTrueName(tx, id, report))) return null
  const checked = checkTrueName(trueName)
  if (!checked.ok) return checked.problem
  await saveTrueName(tx, id, checked.trueName)
  return null
}

async function needsTrueName(db: Db, personId: number, { id }: Report): Promise<boolean> {
  return (await asksTrueNames(db, id)) && (await findTrueName(db, personId)) === null
}
