import { sharedData } from '../../test/shared-data.ts'

/** Where a file of the shared data is. Fails where it isn't: what is measured on it cannot be. */
export function requireShared(name: string): string {
  const found = sharedData(name)
  if (found === null) throw new Error(`SHARED_DATA names no folder with ${name}`)
  return found
}
