export { addressesOf as controversyAddresses } from './addresses.ts'
export { controversyPages, controversyRoutes, type ControversyPanels } from './routes.tsx'
export {
  controversiesHere,
  controversiesLink,
  controversiesOnPassage,
  keepControversiesLink,
} from './panels.tsx'
export {
  documentOf,
  payloadOfAct as payloadOfControversyAct,
  stateAfter,
  type Controversy,
  type ControversyState,
} from './controversy.ts'
export { makeControversy, publishControversy } from './keep-controversy.ts'
export { listControversyAccounts } from './act-store.ts'
export { findControversy, listAllControversies } from './store.ts'
