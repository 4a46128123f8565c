import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import { isBlank } from '../text/index.ts'

export const deeds = ['made', 'added', 'removed', 'worded', 'dissolved', 'restored'] as const
export type Deed = (typeof deeds)[number]

/** Contributions that say alike, as editors put them together. `numbers`: of its contributions, in order. */
export type Group = {
  id: number
  reportId: number
  title: string
  /** What they share, in a sentence; empty where the title says it. */
  shared: string
  /** How often anything was done to it. */
  revision: number
  madeAt: Date
  dissolvedAt: Date | null
  numbers: number[]
}

export type Words = Pick<Group, 'title' | 'shared'>

/** One thing that was done to a group. `words`: as it is called since; null where that stayed. */
export type GroupAct = {
  id: number
  groupId: number
  revision: number
  deed: Deed
  /** Those that came into it, or left it. */
  numbers: number[]
  words: Words | null
  /** The act that this one takes back. */
  undoes: number | null
  role: string
  /** The name of whoever did it. */
  by: string
  at: Date
}

/** Characters. */
export const limits = { title: 200, shared: 1000 } as const

/** In one group at most, and in a single act. */
export const mostMembers = 500
/** Fewer are no group. */
export const fewestMembers = 2

export type FormProblem =
  | 'no-title'
  | 'title-too-long'
  | 'shared-too-long'
  | 'nothing-chosen'
  | 'too-few'
  | 'too-many'
  | 'made-already'
  | 'no-such-group'
  | 'dissolved'
  | 'changed-since'
  | 'too-few-left'
  | 'undone-already'
  | 'nothing-to-undo'
  | 'worded-since'

/** What keeps one contribution out of a group. */
export type OwnProblem = 'not-there' | 'is-reply' | 'not-published' | 'in-other-group'

export type GroupProblem =
  | { number: null; problem: FormProblem }
  | { number: number; problem: OwnProblem }

export const problemOf = (problem: FormProblem): GroupProblem => ({ number: null, problem })

/** What keeps a group from being called so. */
export function checkWords({ title, shared }: Words): GroupProblem[] {
  const problems: (FormProblem | null)[] = [
    isBlank(title) ? 'no-title' : title.trim().length > limits.title ? 'title-too-long' : null,
    shared.trim().length > limits.shared ? 'shared-too-long' : null,
  ]
  return problems.flatMap((problem) => (problem ? [problemOf(problem)] : []))
}

export const trimmed = ({ title, shared }: Words): Words => ({
  title: title.trim(),
  shared: shared.trim(),
})

export const sameWords = (one: Words, other: Words): boolean =>
  one.title === other.title && one.shared === other.shared

/** A contribution that is to come into a group, as it stands. */
export type Candidate = {
  number: number
  reportId: number
  replyTo: number | null
  state: string
  groupId: number | null
}

/** What keeps contributions from coming into a group: all of them, or none come. */
export function checkCandidates(
  numbers: readonly number[],
  candidates: readonly Candidate[],
  { reportId, groupId }: { reportId: number; groupId: number | null },
): GroupProblem[] {
  return numbers.flatMap((number): GroupProblem[] => {
    const found = candidates.find((one) => one.number === number)
    if (found?.reportId !== reportId) return [{ number, problem: 'not-there' }]
    if (found.replyTo !== null) return [{ number, problem: 'is-reply' }]
    if (found.groupId !== null && found.groupId !== groupId)
      return [{ number, problem: 'in-other-group' }]
    return found.state === 'published' ? [] : [{ number, problem: 'not-published' }]
  })
}

/** What is to be done to a group. */
export type Step = { deed: Deed; numbers: number[]; words: Words | null }

const opposite = {
  made: 'dissolved',
  added: 'removed',
  removed: 'added',
  worded: 'worded',
  dissolved: 'restored',
  restored: 'dissolved',
} as const satisfies Record<Deed, Deed>

export type Undoing = { ok: true; step: Step } | { ok: false; problem: FormProblem }

/**
 * The step that takes an act back from how the group stands by now. `elsewhere`: contributions that are in another group meanwhile;
 * a group is restored without them.
 */
export function planUndoing(
  group: Group,
  acts: readonly GroupAct[],
  { act, elsewhere }: { act: GroupAct; elsewhere: ReadonlySet<number> },
): Undoing {
  if (acts.some(({ undoes }) => undoes === act.id)) return refuse('undone-already')
  const deed = opposite[act.deed]
  if ((group.dissolvedAt === null) === (deed === 'restored')) return refuse('nothing-to-undo')
  if (deed === 'worded') return rewording(group, acts, act)
  if (deed === 'dissolved') return go({ deed, numbers: group.numbers })
  if (deed === 'restored') {
    const numbers = act.numbers.filter((number) => !elsewhere.has(number))
    return numbers.length < fewestMembers ? refuse('nothing-to-undo') : go({ deed, numbers })
  }
  return moving(group, deed, act)
}

/** Out again what came in, or in what went out; what others did about it meanwhile is done already. */
function moving(group: Group, deed: Deed, act: GroupAct): Undoing {
  const inside = new Set(group.numbers)
  const leaves = deed === 'removed'
  const numbers = act.numbers.filter((number) => inside.has(number) === leaves)
  if (numbers.length === 0) return refuse('nothing-to-undo')
  const left = inside.size + (leaves ? -numbers.length : numbers.length)
  if (left < fewestMembers) return refuse('too-few-left')
  return left > mostMembers ? refuse('too-many') : go({ deed, numbers })
}

/** Back to what it was called before, if nobody called it otherwise since. */
function rewording(group: Group, acts: readonly GroupAct[], act: GroupAct): Undoing {
  const before = acts.findLast(({ revision, words }) => words && revision < act.revision)?.words
  if (!before || !act.words) return refuse('nothing-to-undo')
  if (!sameWords(group, act.words)) return refuse('worded-since')
  return go({ deed: 'worded', numbers: [], words: before })
}

const refuse = (problem: FormProblem): Undoing => ({ ok: false, problem })
const go = (step: Omit<Step, 'words'> & { words?: Words }): Undoing => ({
  ok: true,
  step: { words: null, ...step },
})

type Standing = Words & { numbers: number[]; dissolved: boolean }

/** How a group stands after all that was done to it; null where it was never made. */
export function replay(
  acts: readonly Pick<GroupAct, 'deed' | 'numbers' | 'words'>[],
): Standing | null {
  const words = acts.findLast((act) => act.words)?.words
  if (acts[0]?.deed !== 'made' || !words) return null
  const inside = new Set<number>()
  for (const { deed, numbers } of acts) {
    const leave = deed === 'removed' || deed === 'dissolved'
    for (const number of numbers) {
      if (leave) inside.delete(number)
      else inside.add(number)
    }
  }
  const last = acts.findLast(({ deed }) => deed === 'dissolved' || deed === 'restored')
  return { ...words, numbers: sorted([...inside]), dissolved: last?.deed === 'dissolved' }
}

export const sorted = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].toSorted((one, other) => one - other)

type Told = Pick<GroupAct, 'revision' | 'numbers' | 'words'> & {
  report: string
  /** The revision that it takes back. */
  undoes: number | null
}

/** What the journal says of an act: of its words the hash alone, which are in the record. */
export function payloadOfGroupAct({ report, revision, numbers, words, undoes }: Told): {
  [key: string]: Json
} {
  const hashed = words && sha256(canonicalJson({ ...words })).toString('hex')
  return { report, revision, contributions: numbers, words: hashed, undoes }
}
