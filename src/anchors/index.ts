export { countStates, type Standing } from './anchor.ts'
export { carryIntoEdition, carryMissing, carryNewcomer, foreseeAnchors } from './carry-into.ts'
export {
  accountOf,
  decideAnchors,
  undoDecisions,
  type AnchorDecision,
  type DecisionProblem,
} from './decide-anchors.ts'
export { listAnchorFaults, listDecisionAccounts } from './decide-store.ts'
export { standsAsAmended } from './own-wording.ts'
export { sayCounts, sayDecided, sayRule, sayState } from './say-anchor.ts'
export {
  countAnchors,
  countDoubtful,
  listAnchorsIn,
  listAnchorsOf,
  listNumbersOf,
  listOrphanNumbers,
  listReasons,
  listToReview,
  type Anchor,
  type AnchorOfEdition,
  type ToReview,
} from './store.ts'
