import { compose } from '../text/index.ts'
import { helixSides, type HelixSide } from './person.ts'
import { isReadableLine } from './readable-line.ts'

export const longestName = 80
export const longestOrganisation = 120

/** What somebody says of themselves, as it is shown beside what they contribute. */
export type Profile = { displayName: string; helixSide: HelixSide; organisation: string | null }

/** The same, as a form sends it. */
export type TypedProfile = { name: string; side: string; organisation: string }

export type ProfileProblem =
  | 'no-name'
  | 'name-too-long'
  | 'name-unreadable'
  | 'no-side'
  | 'organisation-too-long'
  | 'organisation-unreadable'

export type CheckedProfile =
  | { ok: true; profile: Profile }
  | { ok: false; problems: ProfileProblem[] }

/** Reads a profile; lengths are in characters (code points), as the database counts them. */
export function checkProfile(typed: TypedProfile): CheckedProfile {
  const displayName = compose(typed.name.trim())
  const organisation = compose(typed.organisation.trim())
  const helixSide = helixSides.find((side) => side === typed.side)
  const problems = [nameProblem(displayName), organisationProblem(organisation)].filter(
    (problem) => problem !== null,
  )
  if (!helixSide) return { ok: false, problems: [...problems, 'no-side'] }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, profile: { displayName, helixSide, organisation: organisation || null } }
}

/** What is wrong with a name that is shown; null where nothing is. */
export function nameProblem(name: string): ProfileProblem | null {
  if (name === '') return 'no-name'
  if (Array.from(name).length > longestName) return 'name-too-long'
  return isReadableLine(name) ? null : 'name-unreadable'
}

function organisationProblem(organisation: string): ProfileProblem | null {
  if (organisation === '') return null
  if (Array.from(organisation).length > longestOrganisation) return 'organisation-too-long'
  return isReadableLine(organisation) ? null : 'organisation-unreadable'
}
