const heldBack = (only: string) => ({ test: 'test/held-back.test.ts', only })

/** Ways to break moderation: what waits, who decides, and what is kept of it. */
export const moderationMutants = [
  {
    name: 'moderation: what waits is published at once',
    file: 'src/contributions/submit-contribution.ts',
    replace: 'if (held) await holdForModeration(tx, { number, ...held }, now)',
    by: '',
    guard: heldBack('what waits for a moderator has its number'),
  },
  {
    name: 'moderation: anybody reads what waits',
    file: 'src/contributions/require-contribution.ts',
    replace: "if (found.state === 'pending') authorize(",
    by: "if (found.state === 'withdrawn') authorize(",
    guard: heldBack('what waits for a moderator has its number'),
  },
  {
    name: 'moderation: a list shows what waits',
    file: 'src/contributions/list-store.ts',
    replace: "and contribution.state <> 'pending'`",
    by: '`',
    guard: heldBack('what waits for a moderator has its number'),
  },
  {
    name: 'moderation: what is changed after it was read is public unread',
    file: 'src/contributions/revise-contribution.ts',
    replace: 'if (held) await holdForModeration(tx, { number, ...held }, now)',
    by: '',
    guard: heldBack('what its author changed meanwhile'),
  },
  {
    name: 'moderation: a decision is on other words than those that were read',
    file: 'src/moderation/decision.ts',
    replace: "if (said.revision !== typed.read) return 'revised-meanwhile'",
    by: '',
    guard: heldBack('what its author changed meanwhile'),
  },
  {
    name: 'moderation: two decide at once',
    file: 'src/moderation/decision.ts',
    replace: "if (current !== typed.seen) return 'decided-meanwhile'",
    by: '',
    guard: heldBack('of two who decide'),
  },
  {
    name: 'moderation: one decides on one’s own words',
    file: 'src/moderation/decision.ts',
    replace: "if (said.authorId === deciderId) return 'own-contribution'",
    by: '',
    guard: heldBack('only moderators and editors'),
  },
  {
    name: 'moderation: what was taken back before a decision becomes public',
    file: 'src/contributions/save-store.ts',
    replace: "state: state === 'pending' ? 'pending' : 'withdrawn'",
    by: "state: 'withdrawn'",
    guard: heldBack('what its author takes back'),
  },
  {
    name: 'moderation: an undone decision leaves what waited public',
    file: 'src/moderation/decision.ts',
    replace: "if (decision.holdId !== null) return 'pending'",
    by: '',
    guard: heldBack('what is refused was never public'),
  },
  {
    name: 'moderation: a setting is not written down',
    file: 'src/moderation/set-moderation.ts',
    replace: 'if (same) return { ok: true }',
    by: '',
    guard: heldBack('only the editor-in-chief'),
  },
]
