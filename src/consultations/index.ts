export {
  importConsultation,
  ImportDiffers,
  type ConsultationImport,
} from './import-consultation.ts'
export { consultationPages, consultationRoutes } from './routes.tsx'
export { listConsultations, type ImportCounts } from './store.ts'
