export type { AccountPanels } from './account-routes.tsx'
export { makeSignInLink } from './ask-sign-in-link.ts'
export { forgetExpired } from './forget-expired.ts'
export { ensurePerson } from './ensure-person.ts'
export { importPseudonyms } from './import-pseudonyms.ts'
export { actorOf, helixSides, type HelixSide, type Person } from './person.ts'
export { peopleRoutes } from './routes.tsx'
export { ProfileFields, summariseProblems } from './profile-fields.tsx'
export type { ProfileProblem, TypedProfile } from './profile.ts'
export { profileForm, readEmail } from './forms.ts'
export { readSessionCookie, setSessionCookie } from './session-cookie.ts'
export { endSession, findViewer, openSession, sessionCookie } from './session.ts'
export { enterByAddress } from './use-sign-in-link.ts'
export {
  findAddress,
  findPerson,
  findPersonByIdentity,
  listGrants,
  lockPerson,
  saveIdentity,
} from './store.ts'
export { words as peopleWords } from './words.ts'
