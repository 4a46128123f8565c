/** What can be followed. */
export const kinds = ['report', 'topic', 'passage', 'contribution', 'person'] as const
export type Kind = (typeof kinds)[number]

/** What somebody asks to follow, as a form names it: a slug, of a topic behind its report's, a block's id, the number of a contribution. */
export type Asked = { kind: Kind; id: string }

/** The same, found: a `person` is whoever wrote that contribution, as they are shown there. */
export type Thing =
  | { kind: 'report'; reportId: number }
  | { kind: 'topic'; topicId: number }
  | { kind: 'passage'; blockId: string }
  | { kind: 'contribution' | 'person'; number: number }

/** Why something cannot be followed. */
export type FollowProblem = 'no-such-thing' | 'oneself' | 'nameless'

type Said = {
  authorId: number
  author: { name: string }
  state: 'pending' | 'published' | 'withdrawn' | 'withheld'
}

/** Whether what somebody said leads to what can be followed: public, and for its author by a name that is not one's own. */
export function checkFollowed(
  kind: 'contribution' | 'person',
  said: Said | undefined,
  personId: number,
): FollowProblem | null {
  if (!said || said.state === 'pending') return 'no-such-thing'
  if (kind === 'contribution') return null
  if (said.authorId === personId) return 'oneself'
  // Of an author who is erased, or withheld, nothing is shown that could be followed.
  return said.author.name === '' || said.state === 'withheld' ? 'nameless' : null
}
