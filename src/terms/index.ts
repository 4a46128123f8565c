export { acceptTerms } from './accept-terms.ts'
export { askConsent } from './ask-consent.tsx'
export { ConsentField, isConsentProblem, summariseConsent } from './consent-field.tsx'
export { ownConsent } from './panels.tsx'
export { termsPages, termsRoutes } from './routes.tsx'
export { keepTerms } from './keep-terms.ts'
export {
  findConsent,
  findHolding,
  findTerms,
  listConsents,
  listTerms,
  requireTerms,
} from './store.ts'
export { payloadOfTerms, readConsent, typedTerms, type ConsentProblem } from './terms.ts'
