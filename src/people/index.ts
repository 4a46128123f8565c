export {
  checkLanguages,
  checkOffice,
  checkTerritory,
  isSameOffice,
  type OfficeProblem,
} from './about.ts'
export { LanguageChoice, OfficeFields, sayAboutProblem, TerritoryField } from './about-fields.tsx'
export type { AccountPanels } from './account-routes.tsx'
export { makeSignInLink } from './ask-sign-in-link.ts'
export {
  eraseAccount,
  findByPseudonym,
  findEmails,
  isErased,
  listErased,
  listIdle,
  lockForErasing,
  wasErased,
} from './erase-store.ts'
export { lockAddress } from './link-store.ts'
export { forgetExpired } from './forget-expired.ts'
export { ensurePerson } from './ensure-person.ts'
export { importPseudonyms } from './import-pseudonyms.ts'
export { readEmail, ticked } from './forms.ts'
export { actorOf, helixSides, type HelixSide, type Office, type Person } from './person.ts'
export { isReadableLine } from './readable-line.ts'
export { returnRoutes } from './provider-routes.tsx'
export { peopleRoutes } from './routes.tsx'
export { NewcomerFields, summariseNewcomer } from './newcomer-fields.tsx'
export { blankNewcomer, type NewcomerProblem, type TypedNewcomer } from './newcomer.ts'
export { newcomerForm } from './forms.ts'
export { letIn } from './let-in.ts'
export { requireFresh } from './require-fresh.ts'
export { clearSessionCookie, readSessionCookie } from './session-cookie.ts'
export { sessionDays } from './session-life.ts'
export {
  endAllSessions,
  endSession,
  endSessionsOf,
  findViewer,
  openSession,
  sessionCookie,
} from './session.ts'
export { enterByAddress } from './use-sign-in-link.ts'
export {
  findAddress,
  findPerson,
  findPersonByIdentity,
  hasWayIn,
  listBansInForce,
  listGrants,
  lockPerson,
  saveIdentity,
} from './store.ts'
export { checkTrueName, type TrueNameProblem } from './true-name.ts'
export { isTrueNameProblem, sayTrueNameProblem, TrueNameField } from './true-name-field.tsx'
export { findTrueName, saveAbout, saveTrueName } from './about-store.ts'
export { findVouchedSiret } from './way-store.ts'
export { words as peopleWords } from './words.ts'
