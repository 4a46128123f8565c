export { filesPath, readFileName } from './addresses.ts'
export { AttachmentFields } from './attachment-fields.tsx'
export { AttachmentList } from './attachment-list.tsx'
export {
  attachmentsOf,
  checkItems,
  holdFiles,
  nothingAttached,
  openAttached,
  sameAttachments,
  typedOf,
  type AttachedForm,
} from './attached-form.ts'
export { fileNameOf, type Attachment, type TypedAttachment } from './attachment.ts'
export { forgetFiles } from './forget-files.ts'
export { checkPlace } from './check-place.ts'
export { parseAttachments, parseKeptAttachments } from './forms.ts'
export { bringsFiles, receiveFiles, takeFilesOff, type HeardFields } from './receive-files.ts'
export { sayAttachmentProblems } from './say-problem.ts'
export {
  attachmentsFrom,
  attachmentsOfRevision,
  emptyAttachments,
  findFile,
  listFilesOf,
  saveAttachments,
  type Holder,
} from './store.ts'
export { verifyFiles, type FileFinding } from './verify-files.ts'
