import { canonicalJson, sha256 } from '../platform/canonical.ts'
import type { Amendment } from './contribution.ts'

/**
 * SHA-256(salt ‖ canonical contribution): stands in the journal and in editions in place of the words,
 * so that they can be proved while the salt is kept, and are unguessable once it is destroyed.
 */
export function commitTo(
  salt: Uint8Array,
  contribution: Omit<Amendment, 'number' | 'reportId'>,
): Buffer {
  const { author, passage } = contribution
  const document = canonicalJson({
    kind: contribution.kind,
    author: { name: author.name, side: author.helixSide, organisation: author.organisation },
    lang: contribution.lang,
    body: contribution.body,
    publishedAt: contribution.publishedAt.toISOString(),
    passage: { ...passage },
    base: Buffer.from(contribution.baseSha256).toString('hex'),
    sentences: contribution.sentences,
    wording: contribution.wording,
  })
  return sha256(salt, document)
}
