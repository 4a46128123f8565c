/** What cannot be computed from tampered rows is equal to nothing, and no reason to stop. */
export function attempt<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch {
    return null
  }
}
