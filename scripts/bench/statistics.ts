/** The middle value; of an even number of values, the mean of the two in the middle. Fails on none. */
export function median(values: readonly number[]): number {
  const sorted = sortSome(values)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? 0
  const lower = sorted[Math.ceil(middle) - 1] ?? 0
  return (lower + upper) / 2
}

/** The smallest value that 95 % of the values do not exceed (nearest rank). Fails on none. */
export function p95(values: readonly number[]): number {
  const sorted = sortSome(values)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}

function sortSome(values: readonly number[]): number[] {
  if (values.length === 0) throw new Error('nothing was measured')
  return values.toSorted((one, other) => one - other)
}

/** Numbers from 0 up to 1, the same ones in every run that starts from the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws one of the choices, each as often as its weight says. */
export function draw<T extends { weight: number }>(choices: readonly T[], random: () => number): T {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  let left = random() * total
  const drawn = choices.find(({ weight }) => (left -= weight) < 0) ?? choices.at(-1)
  if (!drawn) throw new Error('there is nothing to draw from')
  return drawn
}
