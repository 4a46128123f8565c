import type { Attachment } from '../attachments/index.ts'
import type { TrueNameProblem } from '../people/index.ts'
import { quoteOf } from '../text/index.ts'
import { checkAmendment, coveredRange, keptWording, type AmendmentProblem } from './amendment.ts'
import { checkContent, keptContent, type ContentProblem, type Typed } from './content.ts'
import {
  kindsFor,
  type Author,
  type Content,
  type Contribution,
  type ContributionKind,
  type Passage,
  type Stance,
} from './contribution.ts'
import { targetKindOf, type Place } from './find-place.ts'
import { checkChoice, rangeOf, type Choice, type ChoiceProblem } from './choose-passage.ts'

/** What somebody typed and ticked. */
export type Said = {
  kind: ContributionKind | null
  stance: Stance | null
  typed: Typed
  /** Of the passage: sentences, or exact words. */
  choice: Choice
  /** Of an amendment. */
  wording: string
  /** The organisation that it is said for, by what its address calls it; empty for nobody but oneself. */
  speaker: string
}

export type SubmissionProblem =
  | ContentProblem
  | AmendmentProblem
  | ChoiceProblem
  | TrueNameProblem
  | 'no-mandate'
  | 'attachments'
  | 'target-gone'
  | 'topic-closed'
  | 'sent-already'
  | 'too-many'

/** What keeps it from being published; empty when nothing does. */
export function checkSubmission(said: Said, place: Place): SubmissionProblem[] {
  const { kind, stance, typed, choice, wording } = said
  if (kind === null || !kindsFor(targetKindOf(place)).includes(kind)) return ['no-kind']
  if (place.replyTo && place.replyTo.state !== 'published') return ['target-gone']
  if (place.about && !place.about.open) return ['topic-closed']
  const { block } = place
  const choosing =
    block &&
    (kind === 'amendment'
      ? checkAmendment(block, choice.sentences, wording)
      : checkChoice(block, choice))
  return [...(choosing ? [choosing] : []), ...checkContent(kind, stance, typed)]
}

type Facts = {
  authorId: number
  author: Author
  place: Place
  attachments: readonly Attachment[]
  now: Date
}

/** What is kept of a submission that nothing keeps from being published. */
export function describeSubmission(
  said: Said & { lang: string },
  { authorId, author, place, attachments, now }: Facts,
) {
  const kind = said.kind ?? 'remark'
  const amends = place.block && kind === 'amendment' ? place.block : null
  return {
    reportId: place.report.id,
    kind,
    stance: kind === 'argument' ? said.stance : null,
    imported: null,
    authorId,
    author,
    lang: said.lang,
    ...targetOf(said, place),
    base: amends && { sentences: said.choice.sentences, sha256: amends.sha256 },
    content: contentOf(kind, said, place),
    attachments,
    cut: null,
    revision: 1,
    publishedAt: now,
    revisedAt: now,
    state: 'published' as const,
    withdrawnAt: null,
    settledAt: null,
  }
}

/** Whether what was received is this, to the letter. */
export function saysSame(
  received: Contribution,
  said: Said & { lang: string },
  place: Place,
): boolean {
  return (
    received.kind === said.kind &&
    sameSpeaker(received, said) &&
    received.stance === (said.kind === 'argument' ? said.stance : null) &&
    sameTarget(received, targetOf(said, place)) &&
    sameContent(received.content, contentOf(received.kind, said, place))
  )
}

/** The words as they would be kept. */
export function contentOf(
  kind: ContributionKind,
  { typed, wording }: Pick<Said, 'typed' | 'wording'>,
  { block }: Pick<Place, 'block'>,
): Content {
  const content = keptContent(kind, typed)
  return kind === 'amendment' && block
    ? { ...content, wording: keptWording(wording, block) }
    : content
}

export function sameContent(one: Content, other: Content): boolean {
  const parts = ['title', 'body', 'explanation', 'link', 'place', 'wording'] as const
  return parts.every((part) => one[part] === other[part])
}

function passageOf({ kind, choice }: Said, { block, edition }: Place): Passage | null {
  if (!block || !edition) return null
  const range =
    kind === 'amendment' ? coveredRange(block, choice.sentences) : rangeOf(block, choice)
  const { start, end } = range ?? { start: 0, end: block.text.length }
  return {
    blockId: block.id,
    editionNumber: edition.number,
    start,
    end,
    ...quoteOf(block, start, end),
  }
}

type Target = Pick<Contribution, 'editionNumber' | 'passage' | 'topic' | 'replyTo' | 'thread'>

/** What it speaks of. */
function targetOf(said: Said, place: Place): Target {
  const { edition, replyTo } = place
  return {
    editionNumber: edition && edition.number,
    passage: passageOf(said, place),
    topic: topicOf(place),
    replyTo: replyTo && replyTo.number,
    thread: replyTo && (replyTo.thread ?? replyTo.number),
  }
}

/** The topic's phase may be another by the time that a form is sent once more. */
function sameTarget(one: Target, other: Target): boolean {
  return (
    one.replyTo === other.replyTo &&
    one.editionNumber === other.editionNumber &&
    one.topic?.id === other.topic?.id &&
    samePassage(one.passage, other.passage)
  )
}

/** What answers something is said in no phase: it belongs to what it answers. */
function topicOf({ about, replyTo }: Place): Contribution['topic'] {
  if (!about) return null
  const { id, slug, title } = about.topic
  return { id, slug, title, phase: replyTo ? null : (about.open?.number ?? null) }
}

function sameSpeaker({ author }: Contribution, { speaker }: Said): boolean {
  return author.spokenFor ? author.spokenFor.slug === speaker : speaker === ''
}

function samePassage(one: Passage | null, other: Passage | null): boolean {
  if (!one || !other) return one === other
  return one.blockId === other.blockId && one.start === other.start && one.end === other.end
}
