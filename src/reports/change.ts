/** Why the working text changed. Nothing changes without one. */
export type Cause =
  | { kind: 'contribution'; contributionNumber: number }
  | { kind: 'source'; sourceId: number }

export type Operation = 'insert-block' | 'replace-sentences'

/** One operation on the working text; `before` is null where nothing stood. */
export type NewChange = {
  reportId: number
  operation: Operation
  blockId: string
  before: string | null
  after: string
  sentencesBefore: number[]
  sentencesAfter: number[]
  changedAt: Date
}

/** `editionNumber` is null until an edition has published it. */
export type Change = NewChange & {
  id: number
  editionNumber: number | null
  contributionNumbers: number[]
  sourceIds: number[]
}
