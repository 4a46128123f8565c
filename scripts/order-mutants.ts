import { createHash } from 'node:crypto'
import type { Mutant } from './mutant-list.ts'

/**
 * In which order mutants are tried where there is no time for all: by turns one whose file or guard changed
 * last, and one of all of them as the commit draws it, so that each has its turn sooner or later.
 * `changed`: when each file last changed, in seconds; a file that it lacks was never committed: it is new.
 */
export function orderMutants(
  mutants: readonly Mutant[],
  changed: ReadonlyMap<string, number>,
  commit: string,
): Mutant[] {
  const changedAt = new Map(
    mutants.map((mutant) => {
      const times = filesOf(mutant).map((file) => changed.get(file) ?? Number.POSITIVE_INFINITY)
      return [mutant, Math.max(...times)]
    }),
  )
  const newest = mutants.toSorted((one, other) =>
    (changedAt.get(other) ?? 0) > (changedAt.get(one) ?? 0) ? 1 : -1,
  )
  const drawn = mutants
    .map((mutant) => ({ mutant, lot: draw(commit, mutant.name) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
  const byTurns = newest.flatMap((mutant, at) => [mutant, drawn[at]?.mutant ?? mutant])
  return [...new Set(byTurns)]
}

/** When each file last changed, of what `git log --format=%ct --name-only` prints: the newest commit first. */
export function readChanges(log: string): Map<string, number> {
  const changed = new Map<string, number>()
  let at = 0
  for (const line of log.split('\n')) {
    if (/^\d+$/.test(line)) at = Number(line)
    else if (line !== '' && !changed.has(line)) changed.set(line, at)
  }
  return changed
}

function filesOf({ file, guard }: Mutant): string[] {
  return 'test' in guard ? [file, guard.test] : [file]
}

function draw(commit: string, name: string): string {
  return createHash('sha256').update(`${commit} ${name}`).digest('hex')
}
