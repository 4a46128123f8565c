export { alignById, type AlignedBlock } from './align-by-id.ts'
export {
  type Block,
  blockDigestInput,
  type BlockKind,
  makeBlocks,
  type Mark,
  type MarkStyle,
  type ParsedBlock,
  type Sentence,
} from './block.ts'
export { isBlank, normaliseText, normaliseWording, sameWords } from './normalise-text.ts'
export { isHeading, type OutlineEntry, outlineOf } from './outline.ts'
export { type ParsedDocument, parseHtml } from './parse-html.ts'
export { type Quote, quoteOf } from './quote.ts'
export { redline } from './redline.ts'
export {
  type Amended,
  amendBlock,
  type Amendment,
  type Replacement,
  type ReplaceProblem,
  replaceSentences,
} from './replace-sentences.ts'
export type { Run } from './runs.ts'
export { numberSentences, splitSentences, type TextRange } from './sentences.ts'
