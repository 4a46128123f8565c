/**
 * Returns a function that works something out once for each key, and remembers so many at most, the oldest
 * out first. Only for what never changes: what could not be worked out is tried again.
 */
export function rememberEach<T>(most: number) {
  const kept = new Map<string, Promise<T>>()
  return (key: string, workOut: () => Promise<T>): Promise<T> => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = workOut()
    const [oldest] = kept.keys()
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }
}
