import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Returns where a file of the shared data is: under the environment's SHARED_DATA, else in
 * `../shared/data` beside the checkout. Null when it isn't there: a test is then skipped with
 * 'needs SHARED_DATA'.
 */
export function sharedData(path: string): string | null {
  const beside = resolve(import.meta.dirname, '../../shared/data')
  const found = resolve(process.env['SHARED_DATA'] ?? beside, path)
  return existsSync(found) ? found : null
}
