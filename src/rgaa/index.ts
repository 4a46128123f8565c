export { criteria, isCriterion, themes } from './criteria.ts'
export { words as rgaaWords } from './words.ts'
