export type { Answer } from './answer.ts'
export { answerContribution } from './answer-contribution.ts'
export { answerGiven, workshopLink } from './panels.tsx'
export { answerRoutes, type AnswerPanels } from './routes.tsx'
export {
  freezeAnswers,
  listAnswerAccounts,
  listAnsweredNumbers,
  listAnswers,
  type AnswerAccount,
} from './store.ts'
export { words as answerWords } from './words.ts'
