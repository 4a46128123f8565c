import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolder } from '../src/platform/files/folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'vivace-test-files-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Where the files of a test are, for as long as it runs. */
export const testFiles = openFolder(folder)
