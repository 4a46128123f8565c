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

/**
 * Returns a function that works something out of a text, and remembers what came of the texts that were asked
 * for last: so many UTF-16 units of them at most. What it returns is shared: it must not be altered.
 */
export function rememberTexts<T>(mostUnits: number, workOut: (text: string) => T) {
  const kept = new Map<string, T>()
  let units = 0
  const forget = (text: string) => {
    if (kept.delete(text)) units -= text.length
  }
  return (text: string): T => {
    const known = kept.get(text)
    const made = known === undefined ? workOut(text) : known
    forget(text)
    if (text.length > mostUnits) return made
    // The map keeps the order in which texts were asked for: the first waited longest.
    for (const oldest of kept.keys()) {
      if (units + text.length <= mostUnits) break
      forget(oldest)
    }
    kept.set(text, made)
    units += text.length
    return made
  }
}
