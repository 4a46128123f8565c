import type { KeptDraft } from './draft-store.ts'

/** Where a draft is gone on with. */
export function addressOfDraft(
  locale: string,
  { kind, slug, blockId, topicSlug, replyTo, key }: KeptDraft,
): string {
  const query = new URLSearchParams({ draft: key })
  if (kind !== 'amendment') query.set('kind', kind)
  if (replyTo !== null) return `/${locale}/contributions/${replyTo}/reply?${query.toString()}`
  const report = `/${locale}/reports/${slug}`
  if (topicSlug !== null) return `${report}/topics/${topicSlug}/contribution?${query.toString()}`
  if (blockId === null) return `${report}/contribution?${query.toString()}`
  const form = kind === 'amendment' ? 'amendment' : 'contribution'
  return `${report}/passages/${blockId}/${form}?${query.toString()}`
}
