/** Counts what a document loses when it is read, by what it was. */
export type Losses = {
  drop: (what: string, count?: number) => void
  list: () => { what: string; count: number }[]
}

/** Returns an empty count; what was lost first stands first. */
export function countLosses(): Losses {
  const counts = new Map<string, number>()
  return {
    drop: (what, count = 1) => {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count)
    },
    list: () => [...counts].map(([what, count]) => ({ what, count })),
  }
}
