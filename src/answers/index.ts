export { controversyAnswered, groupAnswered } from './about-panels.tsx'
export { payloadOfAbout, type Answer } from './answer.ts'
export { answerContributions } from './answer-contributions.ts'
export { answerGiven, ownWorkshops, waitingHere, workshopLink } from './panels.tsx'
export { rivalsHere } from './rivals-here.tsx'
export { answerRoutes, type AnswerPanels } from './routes.tsx'
export {
  findAnswer,
  freezeAnswers,
  listAnswerAccounts,
  listAnswers,
  listDecisions,
  type AnswerAccount,
} from './store.ts'
export { writeAnswerNotice } from './write-notice.ts'
export { sayDecision } from './say-decision.ts'
export { words as answerWords } from './words.ts'
