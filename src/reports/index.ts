export type { Change } from './change.ts'
export {
  freezeChanges,
  listChanges,
  listChangesCausedBy,
  listInsertions,
  listSources,
} from './change-store.ts'
export { replaceInWorkingText, type ReplacementProblem } from './change-working-text.ts'
export {
  findEdition,
  findEditionBlock,
  findFrozenEdition,
  findLatestEdition,
  listEditionBlocks,
  listEditions,
  saveEdition,
} from './edition-store.ts'
export { requireEdition, requireReport } from './find-or-fail.ts'
export { blockDocument, hashBlock } from './hash-block.ts'
export { importReport, type ImportProblem } from './import-report.ts'
export type { Margin, PassageSubject, ReportPanels, ReportSubject } from './panels.ts'
export { startOf } from './reading.tsx'
export { type Edition, type PlacedBlock, type Report } from './report.ts'
export { reportRoutes } from './routes.tsx'
export { findReport, findReportById, findReportOfBlock, listReports, lockReport } from './store.ts'
export { listWorkingBlocks } from './working-store.ts'
