export type { DocumentProblem, ReadDocument, SourceFile } from './document.ts'
export { readDocument } from './read-document.ts'
export { readOwnDocument } from './read-own-document.ts'
