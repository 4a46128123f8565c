import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import type { Block, Picture } from '../text/index.ts'

/** What an edition freezes of a block, as JSON: everything but the count of sentences to come. */
export function blockDocument(block: Block): { [key: string]: Json } {
  return {
    id: block.id,
    kind: block.kind,
    level: block.level,
    number: block.number,
    text: block.text,
    marks: block.marks.map((mark) => ({ ...mark })),
    sentences: block.sentences.map(({ n, start, end }) => ({ n, start, end })),
    ...(block.picture && { picture: pictureDocument(block.picture) }),
  }
}

/** With the hash of its bytes, which are kept apart. */
function pictureDocument({ sha256: hash, type, width, height, described }: Picture): Json {
  return { sha256: hash, type, width, height, described }
}

export function hashBlock(block: Block): Buffer {
  return sha256(canonicalJson(blockDocument(block)))
}
