import { isKnownLanguage } from '../platform/languages.ts'
import { compose } from '../text/index.ts'
import type { Office } from './person.ts'
import { isReadableLine } from './readable-line.ts'

export const longestLine = 120

/** What somebody may add of themselves: whence they speak, what they read, what office they hold. */
export type About = { territory: string | null; languages: string[]; office: Office | null }

/** The same, as a form sends it. */
export type TypedAbout = {
  territory: string
  languages: string[]
  office: string
  officeTitle: string
}

export type OfficeProblem =
  | 'no-office-title'
  | 'office-title-without-office'
  | 'office-title-too-long'
  | 'office-title-unreadable'

export type AboutProblem = 'territory-too-long' | 'territory-unreadable' | OfficeProblem

export type CheckedAbout = { ok: true; about: About } | { ok: false; problems: AboutProblem[] }

export const officeKinds = ['elected', 'official'] as const

export function checkAbout(typed: TypedAbout): CheckedAbout {
  const territory = compose(typed.territory.trim())
  const territorial = checkTerritory(territory)
  const office = checkOffice(typed.office, typed.officeTitle)
  const problems = [...(territorial ? [territorial] : []), ...(office.ok ? [] : [office.problem])]
  if (problems.length > 0 || !office.ok) return { ok: false, problems }
  const languages = checkLanguages(typed.languages)
  return { ok: true, about: { territory: territory || null, languages, office: office.office } }
}

/** Where something is or somebody is from, in free words; empty is allowed. */
export function checkTerritory(
  territory: string,
): 'territory-too-long' | 'territory-unreadable' | null {
  if (territory === '') return null
  if (Array.from(territory).length > longestLine) return 'territory-too-long'
  return isReadableLine(territory) ? null : 'territory-unreadable'
}

/** Each that is known, once, in the order in which the form has them. */
export function checkLanguages(typed: readonly string[]): string[] {
  return [...new Set(typed.filter(isKnownLanguage))].slice(0, mostLanguages)
}

const mostLanguages = 20

type CheckedOffice = { ok: true; office: Office | null } | { ok: false; problem: OfficeProblem }

/** An office with its title, or none: a title without an office says neither. */
export function checkOffice(typed: string, typedTitle: string): CheckedOffice {
  const kind = officeKinds.find((one) => one === typed)
  const title = compose(typedTitle.trim())
  if (!kind) {
    if (title !== '') return { ok: false, problem: 'office-title-without-office' }
    return { ok: true, office: null }
  }
  const problem = titleProblem(title)
  return problem ? { ok: false, problem } : { ok: true, office: { kind, title } }
}

function titleProblem(title: string): OfficeProblem | null {
  if (title === '') return 'no-office-title'
  if (Array.from(title).length > longestLine) return 'office-title-too-long'
  return isReadableLine(title) ? null : 'office-title-unreadable'
}

/** Whether two offices are one: the same kind, called the same, however it is capitalised or spaced. */
export function isSameOffice(one: Office, other: Office): boolean {
  return one.kind === other.kind && foldTitle(one.title) === foldTitle(other.title)
}

function foldTitle(title: string): string {
  return title.toLowerCase().replaceAll(/\s+/g, ' ')
}
