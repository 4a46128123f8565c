import type { Attachment } from '../attachments/index.ts'
import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import type { Author, Contribution } from './contribution.ts'

/**
 * SHA-256(salt ‖ canonical contribution): stands in the journal and in editions in place of the words,
 * so that they can be proved while the salt is kept, and are unguessable once it is destroyed.
 */
export function commitTo(
  salt: Uint8Array,
  said: Omit<Contribution, 'number' | 'reportId'>,
): Buffer {
  return sha256(salt, canonicalJson(documentOf(said)))
}

function documentOf(said: Omit<Contribution, 'number' | 'reportId'>): { [key: string]: Json } {
  const { author, passage, topic, base, content, attachments } = said
  const { wording, body, ...others } = content
  return {
    kind: said.kind,
    author: documentOfAuthor(author),
    lang: said.lang,
    body,
    publishedAt: said.publishedAt.toISOString(),
    ...(passage ? { passage: { ...passage } } : { edition: said.editionNumber }),
    ...(topic && { topic: topic.slug, ...present({ phase: topic.phase }) }),
    ...(base && { base: Buffer.from(base.sha256).toString('hex'), sentences: base.sentences }),
    // What a contribution has none of is left out: what could not be said yet changes no older hash.
    ...present({ wording, ...others, stance: said.stance, replyTo: said.replyTo }),
    ...(attachments.length > 0 && { attachments: attachments.map(documentOfAttachment) }),
    ...(said.imported && { source: said.imported.key }),
    ...(said.revision > 1 && { revision: said.revision, revisedAt: said.revisedAt.toISOString() }),
  }
}

/** The bytes, and what is said of them: what has no files is committed to as before there were any. */
function documentOfAttachment({ sha256, type, name, alternative }: Attachment): {
  [key: string]: Json
} {
  return { sha256, type, name, ...present({ alternative }) }
}

function documentOfAuthor(author: Author): { [key: string]: Json } {
  const { name, helixSide: side, organisation, territory, languages, office, spokenFor } = author
  return {
    name,
    side,
    organisation,
    ...present({ territory }),
    ...(languages.length > 0 && { languages: [...languages] }),
    ...(office && { office: { ...office } }),
    ...(spokenFor && {
      for: {
        organisation: spokenFor.slug,
        verified: spokenFor.verified,
        from: spokenFor.from.toISOString(),
        ...(spokenFor.until && { until: spokenFor.until.toISOString() }),
      },
    }),
  }
}

function present(fields: { [key: string]: string | number | null }): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
