import { id, type Entry } from './entry.ts'

/** What the defence against spam compares a post with; from which network it came is a hash whose salt is gone the day after. */
export const aboutSpam: Readonly<Record<string, Entry>> = {
  spam_post: {
    purpose: 'spam',
    retention: 'compared',
    owners: id('author_id'),
    exported: ['contribution_number', 'revision', 'at', 'held'],
    unexported: ['network', 'new_account', 'words_sha256', 'pattern'],
    nothing: [],
    erasure: 'deleted',
  },
  spam_shingle: {
    purpose: 'spam',
    retention: 'compared',
    owners: id('author_id'),
    exported: [],
    unexported: ['shingle', 'contribution_number', 'at'],
    nothing: [],
    erasure: 'deleted',
  },
  spam_link: {
    purpose: 'spam',
    retention: 'compared',
    owners: id('author_id'),
    exported: ['contribution_number', 'domain', 'at'],
    unexported: ['network', 'new_account'],
    nothing: [],
    erasure: 'deleted',
  },
}
