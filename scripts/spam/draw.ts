/** Draws that are the same for the same seed: mulberry32, which is small and even enough for texts and times. */
export type Draw = {
  /** From 0 to below 1. */
  share(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  of<T>(things: readonly T[]): T
  /** In another order. */
  shuffled<T>(things: readonly T[]): T[]
  /** True so often, of 1. */
  happens(chance: number): boolean
}

export function drawBy(seed: number): Draw {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(share() * (high - low + 1))
  const of = <T>(things: readonly T[]): T => {
    const thing = things[between(0, things.length - 1)]
    if (thing === undefined) throw new Error('there is nothing to draw from')
    return thing
  }
  return {
    share,
    between,
    of,
    shuffled: (things) =>
      things
        .map((thing) => ({ thing, turn: share() }))
        .toSorted((one, other) => one.turn - other.turn)
        .map(({ thing }) => thing),
    happens: (chance) => share() < chance,
  }
}
