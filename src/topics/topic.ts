import { isBlank } from '../text/index.ts'
import { knownLanguages } from '../platform/languages.ts'

/** UTF-16 units, but for `questions`, `extracts` and `testimonies`, which are how many there may be. */
export const topicLimits = {
  title: 200,
  assertion: 2000,
  question: 500,
  questions: 10,
  extracts: 20,
  passage: 300,
  quote: 4000,
  testimonies: 20,
  name: 120,
  about: 200,
  place: 120,
  words: 4000,
} as const

/** Words of a passage of an edition: ranges in UTF-16 units of the block's plain text, in order; what stands between is left out. */
export type Extract = {
  editionNumber: number
  blockId: string
  ranges: { start: number; end: number }[]
}

/** What somebody told the report's authors, in their own words. */
export type Testimony = {
  name: string
  /** Who that is. */
  about: string | null
  place: string | null
  lang: string
  /** Small Markdown. */
  words: string
}

/** What is put to debate, in the report's language. */
export type TopicFacts = {
  title: string
  /** Of the report. */
  assertion: string | null
  questions: string[]
  extracts: Extract[]
  testimonies: Testimony[]
  /** Whether a moderator reads first what is said here; null where it is as everywhere in the report. */
  beforePublication: boolean | null
}

/** `revision` counts its changes. */
export type Topic = TopicFacts & {
  id: number
  reportId: number
  slug: string
  state: 'draft' | 'published'
  revision: number
  publishedAt: Date | null
}

/** As an editor typed it. */
export type TypedTopic = {
  title: string
  assertion: string
  /** One on a line. */
  questions: string
  extracts: TypedExtract[]
  testimonies: TypedTestimony[]
  moderation: 'as-report' | 'before' | 'after'
}

/** `passage`: an address of the passage, or its id; `quote`: its words, with «(…)» for what is left out; empty for all. */
export type TypedExtract = { passage: string; quote: string }
export type TypedTestimony = {
  name: string
  about: string
  place: string
  lang: string
  words: string
}

export const nothingTyped: TypedTopic = {
  title: '',
  assertion: '',
  questions: '',
  extracts: [],
  testimonies: [],
  moderation: 'as-report',
}

type WordProblem =
  | 'no-title'
  | 'title-too-long'
  | 'assertion-too-long'
  | 'question-too-long'
  | 'too-many-questions'
  | 'nothing-to-debate'
  | 'too-many-extracts'
  | 'too-many-testimonies'

type ExtractProblem = 'passage-unknown' | 'quote-not-found' | 'quote-too-long'
type TestimonyProblem =
  | 'no-name'
  | 'name-too-long'
  | 'about-too-long'
  | 'place-too-long'
  | 'no-words'
  | 'words-too-long'

/** `at`: of which extract or testimony, counted from 0 as they were typed; null where it is of none. */
export type TopicProblem =
  | { problem: WordProblem; at: null }
  | { problem: ExtractProblem | TestimonyProblem; at: number }

export type ReadTopic = { ok: true; topic: TopicFacts } | { ok: false; problems: TopicProblem[] }

/**
 * What was typed, as a topic, or all that is wrong with it. `readExtract` finds an extract in the report's newest edition: its
 * passage and words are the only thing that is not in the form. An extract or a testimony that was left empty is none.
 */
export function readTopic(
  typed: TypedTopic,
  readExtract: (typed: TypedExtract) => Extract | ExtractProblem,
): ReadTopic {
  const questions = linesOf(typed.questions)
  const extracts = filled(typed.extracts, ({ passage, quote }) => passage + quote).map(
    ({ at, typed }) => ({ at, read: readExtract(typed) }),
  )
  const testimonies = filled(
    typed.testimonies,
    ({ name, about, place, words }) => name + about + place + words,
  )
  const problems: TopicProblem[] = [
    ...checkWords(typed, questions, extracts.length > 0).map((problem) => ({ problem, at: null })),
    ...checkCounts(extracts.length, testimonies.length).map((problem) => ({ problem, at: null })),
    ...extracts.flatMap(({ at, read }) =>
      typeof read === 'string' ? [{ problem: read, at }] : [],
    ),
    ...testimonies.flatMap(({ at, typed }) =>
      checkTestimony(typed).map((problem) => ({ problem, at })),
    ),
  ]
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    topic: {
      title: onOneLine(typed.title) ?? '',
      assertion: kept(typed.assertion),
      questions,
      extracts: extracts.flatMap(({ read }) => (typeof read === 'string' ? [] : [read])),
      testimonies: testimonies.map(({ typed }) => readTestimony(typed)),
      beforePublication: typed.moderation === 'as-report' ? null : typed.moderation === 'before',
    },
  }
}

/** Whether they say the same. */
export function sameTopic(one: TopicFacts, other: TopicFacts): boolean {
  return JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other))
}

function factsOf(topic: TopicFacts): TopicFacts {
  const { title, assertion, questions, extracts, testimonies, beforePublication } = topic
  return { title, assertion, questions, extracts, testimonies, beforePublication }
}

/** What an address calls a topic of that title, without what is taken: letters and digits, at most 60 of them. */
export function slugFor(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  const name = plain.replaceAll(/[^a-z0-9]+/g, ' ').trim()
  const slug = name.slice(0, 60).trim().replaceAll(' ', '-') || 'debate'
  const numbered = [slug, ...Array.from({ length: taken.length }, (_, at) => `${slug}-${at + 2}`)]
  return numbered.find((one) => !taken.includes(one)) ?? slug
}

/** What stands beside a question in a form is one question for each line that says something. */
function linesOf(typed: string): string[] {
  return typed.split('\n').flatMap((line) => onOneLine(line) ?? [])
}

function filled<T>(typed: readonly T[], wordsOf: (one: T) => string): { at: number; typed: T }[] {
  return typed.map((typed, at) => ({ at, typed })).filter(({ typed }) => !isBlank(wordsOf(typed)))
}

function checkWords(
  { title, assertion }: TypedTopic,
  questions: readonly string[],
  hasExtract: boolean,
): WordProblem[] {
  const nothing = isBlank(assertion) && questions.length === 0 && !hasExtract
  return [
    ...(isBlank(title) ? ['no-title' as const] : []),
    ...(title.trim().length > topicLimits.title ? ['title-too-long' as const] : []),
    ...(assertion.trim().length > topicLimits.assertion ? ['assertion-too-long' as const] : []),
    ...(questions.some((one) => one.length > topicLimits.question)
      ? ['question-too-long' as const]
      : []),
    ...(questions.length > topicLimits.questions ? ['too-many-questions' as const] : []),
    ...(nothing ? ['nothing-to-debate' as const] : []),
  ]
}

function checkCounts(extracts: number, testimonies: number): WordProblem[] {
  return [
    ...(extracts > topicLimits.extracts ? ['too-many-extracts' as const] : []),
    ...(testimonies > topicLimits.testimonies ? ['too-many-testimonies' as const] : []),
  ]
}

function checkTestimony({ name, about, place, words }: TypedTestimony): TestimonyProblem[] {
  return [
    ...(isBlank(name) ? ['no-name' as const] : []),
    ...(name.trim().length > topicLimits.name ? ['name-too-long' as const] : []),
    ...(about.trim().length > topicLimits.about ? ['about-too-long' as const] : []),
    ...(place.trim().length > topicLimits.place ? ['place-too-long' as const] : []),
    ...(isBlank(words) ? ['no-words' as const] : []),
    ...(words.trim().length > topicLimits.words ? ['words-too-long' as const] : []),
  ]
}

function readTestimony({ name, about, place, lang, words }: TypedTestimony): Testimony {
  return {
    name: onOneLine(name) ?? '',
    about: onOneLine(about),
    place: onOneLine(place),
    lang: knownLanguages.some((known) => known === lang) ? lang : 'fr',
    words: words.trim(),
  }
}

function kept(typed: string): string | null {
  return isBlank(typed) ? null : typed.trim()
}

function onOneLine(typed: string): string | null {
  return isBlank(typed) ? null : typed.trim().replaceAll(/\s+/gu, ' ')
}
