import type { Attachment } from '../attachments/index.ts'
import type { HelixSide, Office } from '../people/index.ts'

export const kinds = [
  'remark',
  'question',
  'argument',
  'source',
  'amendment',
  'new-proposition',
  'local-success',
] as const
export type ContributionKind = (typeof kinds)[number]

/** As the messages know it: ICU has no hyphen in what it selects by. */
export function keyOf(kind: ContributionKind): string {
  return kind.replaceAll('-', '_')
}

export const stances = ['for', 'against'] as const
export type Stance = (typeof stances)[number]

/** `pending`: until a moderator decides, for nobody but its author and moderators; withdrawn, it stays so. */
export type ContributionState = 'pending' | 'published' | 'withdrawn' | 'withheld'

/** Who it is from, as shown when it was published; an imported pseudonym has no side. */
export type Author = {
  name: string
  helixSide: HelixSide | null
  /** The name of the organisation that it is said for; else the one that the author named, which nobody verified. */
  organisation: string | null
  spokenFor: SpokenFor | null
  territory: string | null
  /** Codes of those that the author reads. */
  languages: readonly string[]
  /** `verified`: a mandate of a verified public body said the same. */
  office: (Office & { verified: boolean }) | null
}

/** The organisation that somebody had a mandate to speak for, as it was then. */
export type SpokenFor = { slug: string; verified: boolean; from: Date; until: Date | null }

/** Somebody of whom a name is known, perhaps from which side, and nothing else. */
export function namedOnly(name: string, helixSide: HelixSide | null = null): Author {
  const nothing = { organisation: null, spokenFor: null, territory: null, languages: [] }
  return { name, helixSide, ...nothing, office: null }
}

/** What it points at, in the edition that was read; offsets in UTF-16 units of the block's plain text. */
export type Passage = {
  blockId: string
  editionNumber: number
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

/** The topic that it speaks of, and the phase in which it was said; what answers it belongs to the topic alone. */
export type AboutTopic = { id: number; slug: string; title: string; phase: number | null }

/** What somebody says. `body` and `explanation` are small Markdown, all else is plain text. */
export type Content = {
  title: string | null
  body: string
  /** Of a new proposition: why. An amendment says why in its body. */
  explanation: string | null
  link: string | null
  /** Where a local success was had, as its author writes it. */
  place: string | null
  /** Of an amendment: what the sentences would become. */
  wording: string | null
}

/** Numbers of the sentences that an amendment would replace, and the hash of the block they were read in. */
export type Base = { sentences: number[]; sha256: Uint8Array }

export type Contribution = {
  number: number
  reportId: number
  kind: ContributionKind
  /** Of an argument. */
  stance: Stance | null
  state: ContributionState
  /** The consultation that it was imported from, and its name there. */
  imported: { consultationId: number; key: string } | null
  authorId: number
  author: Author
  lang: string
  /** The edition that was read; null of a topic that was open before there was one. */
  editionNumber: number | null
  /** Null where it speaks of the whole report, of a topic, or of another contribution. */
  passage: Passage | null
  topic: AboutTopic | null
  replyTo: number | null
  /** The contribution with which its thread began; null where that is itself. */
  thread: number | null
  base: Base | null
  content: Content
  /** In the order in which they are shown. */
  attachments: readonly Attachment[]
  /** What moderation cut out of the body; everybody but its author and moderators reads the rest (`as-shown.ts`). */
  cut: Cut | null
  revision: number
  publishedAt: Date
  revisedAt: Date
  withdrawnAt: Date | null
  /** When the editors decided on it. */
  settledAt: Date | null
}

/** Words of the body, in UTF-16 units; which decision cut them, and by which rule, if it rests on one. */
export type Cut = {
  decision: number
  rule: number | null
  ranges: { start: number; end: number }[]
  /** Hashes of the attachments that are hidden. */
  files: string[]
}

export type Amendment = Contribution & {
  kind: 'amendment'
  editionNumber: number
  passage: Passage
  base: Base
  content: Content & { wording: string }
}

/** An amendment has what it amends; the database holds it to that. */
export function isAmendment(contribution: Contribution): contribution is Amendment {
  const { kind, passage, base, content } = contribution
  return kind === 'amendment' && passage !== null && base !== null && content.wording !== null
}

/** What is spoken of: the report as a whole, a passage (a heading stands for all below it), a topic, a contribution. */
export type TargetKind = 'report' | 'heading' | 'passage' | 'topic' | 'contribution'

const everything = ['report', 'heading', 'passage', 'topic', 'contribution'] as const

const spokenOf: Record<ContributionKind, readonly TargetKind[]> = {
  remark: everything,
  question: everything,
  argument: everything,
  source: everything,
  amendment: ['heading', 'passage'],
  'new-proposition': ['report', 'heading', 'topic'],
  'local-success': everything,
}

/** The kinds in which something of that sort can be spoken of. */
export function kindsFor(target: TargetKind): ContributionKind[] {
  return kinds.filter((kind) => spokenOf[kind].includes(target))
}

/** Its author was erased, and the words with them: what is left is what was decided and said about it. */
export function isEmptied({ author, content }: Pick<Contribution, 'author' | 'content'>): boolean {
  const { body, title, wording } = content
  return author.name === '' && body === '' && title === null && !wording
}

/** Its author may still say it in other words: nobody has decided on it. */
export function isRevisable(contribution: Contribution): boolean {
  return isOpen(contribution) && contribution.settledAt === null
}

/** Its author may still change it or take it back. */
export function isOpen({
  state,
  withdrawnAt,
}: Pick<Contribution, 'state' | 'withdrawnAt'>): boolean {
  return state === 'published' || (state === 'pending' && withdrawnAt === null)
}

export type RevisionProblem = 'not-published' | 'settled' | 'revised-meanwhile'

/** What keeps an author from changing a contribution that they read as that revision. */
export function checkRevision(contribution: Contribution, read: number): RevisionProblem | null {
  const { settledAt, revision } = contribution
  if (!isOpen(contribution)) return 'not-published'
  if (settledAt !== null) return 'settled'
  return revision === read ? null : 'revised-meanwhile'
}
