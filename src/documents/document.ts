import type { FileProblem, KeptPicture, ParsedDocument } from '../text/index.ts'

/** A file as it was sent; its name says what it is meant to be. */
export type SourceFile = {
  name: string
  bytes: Uint8Array
  /** Files that lie beside it, by their names as seen from there: the pictures that it names. */
  beside?: ReadonlyMap<string, Uint8Array>
  /** Pictures that its report has, by the names of their files: a document may show them again by their hash. */
  held?: ReadonlyMap<string, KeptPicture>
}

export type DocumentProblem =
  | FileProblem
  | 'unknown-format'
  | 'too-large'
  | 'not-utf8'
  | 'nested-too-deep'
  | 'takes-too-long'
  | 'no-text'
  | 'not-one-document'

export type ReadDocument =
  | {
      ok: true
      document: ParsedDocument
      /** Those that its figures show. */
      pictures: KeptPicture[]
      /** Names of pictures that did not come with it. */
      missing: string[]
      /** Names of pictures that it names by their hash, and that were not held. */
      sought: string[]
    }
  | { ok: false; problem: DocumentProblem }

/** What the process is asked to read. */
export type DocumentJob = {
  format: TextFormat | 'docx' | 'zip'
  bytes: Uint8Array
  beside: ReadonlyMap<string, Uint8Array>
  held: ReadonlyMap<string, KeptPicture>
}

export type TextFormat = 'html' | 'markdown'
