import type { Contribution } from '../contributions/index.ts'
import { sha256, type Json } from '../platform/canonical.ts'
import type { Limit } from '../platform/limits/store.ts'
import { isReadableLine, readEmail } from '../people/index.ts'
import { findWords, isBlank } from '../text/index.ts'
import { lawLimit, type Ground } from './decision.ts'

/** Characters. */
export const flagLimits = { leastExplanation: 20, explanation: 4000, words: 2000, name: 120 }

/** So that nobody buries moderators, and nobody's mailbox is flooded from here. */
export const flagsADayOfOnePerson = 20
export const flagsADayOfOneAddress = 10
export const flagsAnHourOfVisitors = 200
export const flagsOfOneNetwork: Limit = { name: 'flags', most: 60, minutes: 60 }

/** What everybody reads, also where its author took it back, can be flagged. */
export function isFlaggable({ state }: Pick<Contribution, 'state'>): boolean {
  return state === 'published' || state === 'withdrawn'
}

/** As it was typed. */
export type TypedFlag = {
  /** A rule of the newest charter by its number, or a law. */
  ground: number | 'law' | null
  law: string
  /** That it concerns offences of articles 3 to 7 of Directive 2011/93/EU, of which nobody has to say who flags. */
  grave: boolean
  explanation: string
  /** The exact words concerned. */
  words: string
  name: string
  email: string
  goodFaith: boolean
  /** The revision that was read. */
  read: number
}

export const blankFlag: TypedFlag = {
  ground: null,
  law: '',
  grave: false,
  explanation: '',
  words: '',
  name: '',
  email: '',
  goodFaith: false,
  read: 0,
}

export type FlagProblem =
  | 'flag-no-ground'
  | 'flag-law-too-long'
  | 'flag-explanation-too-short'
  | 'flag-explanation-too-long'
  | 'flag-words-not-found'
  | 'flag-no-name'
  | 'flag-email-unreadable'
  | 'flag-no-good-faith'
  | FlagRefusal

/** What is no mistake of the form. */
export type FlagRefusal =
  | 'flag-own'
  | 'flag-too-many-of-person'
  | 'flag-too-many-of-address'
  | 'flag-too-many-of-all'
  | 'flag-too-many-of-network'

/** A visitor's name and address; null where they need not give any, or are signed in. */
export type Flagger = { name: string; email: string }

export type CheckedFlag = {
  ground: Ground
  unnamedAllowed: boolean
  explanation: string
  words: string
  flagger: Flagger | null
}

type Checked = { ok: true; flag: CheckedFlag } | { ok: false; problems: FlagProblem[] }

/** `charter`: the newest, with the numbers of its rules; `said`: all that everybody reads of the contribution. */
type Known = {
  charter: { version: number; rules: readonly number[] }
  said: string
  named: boolean
}

/** Whether a moderator can judge it by what is said; with everything that is missing. */
export function checkFlag(typed: TypedFlag, known: Known): Checked {
  const ground = groundOf(typed, known.charter)
  const flagger = known.named ? 'known' : readFlagger(typed)
  const problems: FlagProblem[] = [
    ...(ground === null ? ['flag-no-ground' as const] : []),
    ...(typed.law.trim().length > lawLimit ? ['flag-law-too-long' as const] : []),
    ...checkWords(typed, known.said),
    ...(Array.isArray(flagger) ? flagger : []),
    ...(typed.goodFaith ? [] : ['flag-no-good-faith' as const]),
  ]
  if (problems.length > 0 || ground === null || Array.isArray(flagger)) {
    return { ok: false, problems }
  }
  return {
    ok: true,
    flag: {
      ground,
      unnamedAllowed: isUnnamedAllowed(typed),
      explanation: typed.explanation.trim(),
      words: typed.words.trim(),
      flagger: flagger === 'known' ? null : flagger,
    },
  }
}

function groundOf({ ground, law }: TypedFlag, { version, rules }: Known['charter']): Ground | null {
  if (ground === 'law') return { law: law.trim() }
  return ground !== null && rules.includes(ground) ? { version, rule: ground } : null
}

function checkWords({ explanation, words }: TypedFlag, said: string): FlagProblem[] {
  const { length } = explanation.trim()
  const missing = !isBlank(words) && findWords(said, words.slice(0, flagLimits.words)).length === 0
  return [
    ...(length < flagLimits.leastExplanation ? ['flag-explanation-too-short' as const] : []),
    ...(length > flagLimits.explanation ? ['flag-explanation-too-long' as const] : []),
    ...(missing || words.trim().length > flagLimits.words ? ['flag-words-not-found' as const] : []),
  ]
}

/** Regulation (EU) 2022/2065, art. 16(2)(c). */
export function isUnnamedAllowed({ ground, grave }: Pick<TypedFlag, 'ground' | 'grave'>): boolean {
  return ground === 'law' && grave
}

/** Who flags; null where they need not say so and do not, and what is missing where they have to. */
function readFlagger(typed: TypedFlag): Flagger | null | FlagProblem[] {
  const name = typed.name.trim()
  if (isUnnamedAllowed(typed) && name === '' && isBlank(typed.email)) return null
  const email = readEmail(typed.email)
  const isNamed = isReadableLine(name) && name.length <= flagLimits.name
  if (isNamed && email !== null) return { name, email }
  return [
    ...(isNamed ? [] : ['flag-no-name' as const]),
    ...(email === null ? ['flag-email-unreadable' as const] : []),
  ]
}

/** A flag as moderators read it. */
/** Whether it could be one of a flag. */
export function isReference(reference: string): boolean {
  return /^[0-9a-z]{10}$/.test(reference)
}

export type Flag = {
  id: number
  reference: string
  contributionNumber: number
  revision: number
  ground: Ground
  explanation: string
  words: string
  unnamedAllowed: boolean
  personId: number | null
  /** Who has it, also where they gave an address of theirs without signing in: they decide on nothing of it. */
  flaggerId: number | null
  /** Of whoever flagged: the public name of somebody signed in, or that which a visitor gave. */
  name: string | null
  /** Whether an answer can be mailed. */
  email: string | null
  locale: string
  /** What made the defence against spam suspect its form. */
  signs: string[]
  receivedAt: Date
  /** What was decided on it; null as long as it waits. */
  verdictId: number | null
  forgottenAt: Date | null
}

export type VerdictOutcome = 'upheld' | 'dismissed'

/** One decision on one or several flags of a contribution. */
export type Verdict = {
  id: number
  contributionNumber: number
  outcome: VerdictOutcome
  /** Their ids. */
  flags: readonly number[]
  /** The decision that hides what was flagged. */
  decisionId: number | null
  /** Why nothing is hidden. */
  reason: string
  /** The appeal that it follows from: there is no further one. */
  appealId: number | null
  decidedById: number
  decidedAt: Date
  undoneAt: Date | null
}

/** What moderators decide on flags that hide nothing new. */
export type TypedVerdict = {
  /** `upheld`: the decision that holds hides already what they are about. */
  outcome: VerdictOutcome | null
  reason: string
  /** Ids of those that were listed. */
  flags: readonly number[]
}

export type VerdictProblem =
  | 'verdict-no-outcome'
  | 'verdict-no-reason'
  | 'verdict-reason-too-long'
  | 'verdict-nothing-hidden'
  | 'own-contribution'
  | 'own-flag'
  | 'flags-decided-meanwhile'

type Judging = {
  deciderId: number
  authorId: number
  /** Those of them that wait. */
  waiting: readonly Flag[]
  /** That something is hidden now. */
  hidden: boolean
}

export function checkVerdict(
  typed: TypedVerdict,
  { deciderId, authorId, waiting, hidden }: Judging,
  limit: number,
): VerdictProblem | null {
  if (authorId === deciderId) return 'own-contribution'
  const bar = barFrom(typed.flags, waiting, deciderId)
  if (bar || typed.flags.length === 0) return bar ?? 'flags-decided-meanwhile'
  if (typed.outcome === null) return 'verdict-no-outcome'
  if (typed.outcome === 'upheld') return hidden ? null : 'verdict-nothing-hidden'
  if (isBlank(typed.reason)) return 'verdict-no-reason'
  return typed.reason.trim().length > limit ? 'verdict-reason-too-long' : null
}

/** Nobody decides where a flag of their own waits, or on one that somebody decided on after it was listed. */
export function barFrom(
  listed: readonly number[],
  waiting: readonly Flag[],
  deciderId: number,
): 'own-flag' | 'flags-decided-meanwhile' | null {
  const those = waiting.filter(({ id }) => listed.includes(id))
  if (those.length !== new Set(listed).size) return 'flags-decided-meanwhile'
  return waiting.some(({ flaggerId }) => flaggerId === deciderId) ? 'own-flag' : null
}

/** What the journal says of a flag: neither of whom nor on what, so that nobody is pointed at before it is judged. */
export function payloadOfFlag({ id, ground }: Pick<Flag, 'id' | 'ground'>): {
  [key: string]: Json
} {
  return 'law' in ground
    ? { flag: id, law: true }
    : { flag: id, charter: ground.version, rule: ground.rule }
}

/** What it says of a verdict: of one that hides nothing, not on which contribution; the hash of its reason. */
export function payloadOfVerdict(verdict: Verdict): { [key: string]: Json } {
  const { id, outcome, flags, decisionId, appealId, reason } = verdict
  const on = { flags: [...flags], decision: decisionId, appeal: appealId }
  return { verdict: id, outcome, ...on, reason: sha256(reason).toString('hex') }
}
