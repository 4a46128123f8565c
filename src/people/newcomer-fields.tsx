import type { Locale } from '../platform/messages.ts'
import { ConsentField, isConsentProblem, summariseConsent } from '../terms/index.ts'
import type { NewcomerProblem, TypedNewcomer } from './newcomer.ts'
import { isProfileProblem, ProfileFields, summariseProblems } from './profile-fields.tsx'

type Props = {
  locale: Locale
  typed: TypedNewcomer
  problems: NewcomerProblem[]
  /** The version of the terms of use that holds. */
  terms: number
}

/** What somebody new says of themselves, and that they accept the terms of use. */
export function NewcomerFields({ locale, typed, problems, terms }: Props) {
  return (
    <>
      <ProfileFields locale={locale} typed={typed} problems={problems.filter(isProfileProblem)} />
      <ConsentField locale={locale} version={terms} problem={problems.find(isConsentProblem)} />
    </>
  )
}

/** For the error summary: each problem with the field that it links to. */
export function summariseNewcomer(locale: Locale, problems: NewcomerProblem[]) {
  return [
    ...summariseProblems(locale, problems.filter(isProfileProblem)),
    ...summariseConsent(locale, problems.filter(isConsentProblem)),
  ]
}
