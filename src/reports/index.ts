export { asksTrueNames, saveTrueNames } from './true-names-store.ts'
export {
  contributionsBehind,
  describeChange,
  type Change,
  type KnownCause,
  type NamedCause,
  type NewChange,
} from './change.ts'
export {
  listAddedCauses,
  listChangesFrom,
  listHandChanges,
  listRemovedBlocks,
  listSources,
  listWithdrawnCauses,
  type CauseAct,
  type HandChange,
  type KeptSource,
} from './change-account-store.ts'
export {
  findChange,
  freezeChanges,
  listChanges,
  listChangesCausedBy,
  listChangesOf,
  listFirstText,
  saveAddedCause,
  saveSource,
  withdrawAddedCause,
} from './change-store.ts'
export { ChangedPassage } from './changed-passage.tsx'
export { changeWorkingText, replaceInWorkingText, saveFirstText } from './change-working-text.ts'
export { compareTexts, type ComparedBlocks } from './compared-texts.ts'
export {
  findEdition,
  findEditionBlock,
  findFrozenEdition,
  findLatestEdition,
  listEditionBlocks,
  listEditions,
  listHeadingsAnd,
  listPastTexts,
  listStoodBefore,
  saveEdition,
} from './edition-store.ts'
export { listDivisionsOfOthers } from './division-store.ts'
export { Outline } from './outline-view.tsx'
export { choosePart, groupAlike, type ChangesPart, type ToldBlocks } from './group-alike.ts'
export { requireEdition, requireReport } from './find-or-fail.ts'
export { blockDocument, hashBlock } from './hash-block.ts'
export type {
  EditionsSubject,
  Margin,
  PartSubject,
  PassageSubject,
  ReportPanels,
  ReportSubject,
} from './panels.ts'
export {
  findPublishedPicture,
  findWorkingPicture,
  listLostPictures,
  listPictureBytes,
  listPicturesOf,
  savePictures,
} from './picture-store.ts'
export { listHeirs, listHeirTexts, passedOn } from './heirs-store.ts'
export { isPictureChanged, PictureChange } from './picture-change.tsx'
export { placeChanges, stepsAt } from './place-changes.ts'
export { insertion, merger, move, planChanges, removal, split } from './plan-changes.ts'
export { headingDepths, startOf } from './reading.tsx'
export { payloadOfChange, recordTextChanges } from './record-change.ts'
export { replayChange } from './replay-changes.ts'
export {
  blocksUnder,
  headingsAbove,
  type Edition,
  type PlacedBlock,
  type Report,
} from './report.ts'
export { readingPages, reportRoutes } from './routes.tsx'
export {
  findReport,
  findReportById,
  findReportOfBlock,
  listReports,
  lockReport,
  saveReport,
} from './store.ts'
export { stepTo } from './step-to.ts'
export { BlockText, FigureText } from './text-view.tsx'
export { isPlacing } from './seen-changes.ts'
export { findTakenBack } from './taken-back.ts'
export { listDifferences, tellDifferences, type Told } from './telling-changes.ts'
export { broughtBy, sentencesOf } from './words-brought.ts'
export { findNextWorkingBlock, findWorkingBlock, listWorkingBlocks } from './working-store.ts'
