export type { AccountPanels } from './account-routes.tsx'
export { makeSignInLink } from './ask-sign-in-link.ts'
export { forgetExpired } from './forget-expired.ts'
export { ensurePerson } from './ensure-person.ts'
export { importPseudonyms } from './import-pseudonyms.ts'
export { actorOf, helixSides, type HelixSide, type Person } from './person.ts'
export { returnRoutes } from './provider-routes.tsx'
export { peopleRoutes } from './routes.tsx'
export { findViewer, openSession, sessionCookie } from './session.ts'
export {
  findAddress,
  findPerson,
  findPersonByIdentity,
  listGrants,
  lockPerson,
  saveIdentity,
} from './store.ts'
export { listSirets } from './way-store.ts'
export { words as peopleWords } from './words.ts'
