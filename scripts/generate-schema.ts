import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startTestServer } from '../test/database.ts'

const run = promisify(execFile)

/** The types of the migrated schema, read back from a real database. */
export async function generateSchema(root: string): Promise<{ path: string; text: string }> {
  const server = await startTestServer()
  const folder = await mkdtemp(join(tmpdir(), 'vivace-schema-'))
  try {
    const outFile = join(folder, 'schema.ts')
    const command = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
    const flags = ['--dialect', 'postgres', '--url', server.templateUrl, '--out-file', outFile]
    await run(process.execPath, [command, ...flags, '--exclude-pattern', 'graphile_worker.*'])
    return { path: join(root, 'src/platform/db/schema.ts'), text: await readFile(outFile, 'utf8') }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
