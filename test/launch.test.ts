import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../bin/launch.mjs', import.meta.url))

/** It says that it stops, forgets about signals as a process does that is on its way out, and takes its time. */
const slow = `
process.once('SIGTERM', () => {
  if (SAYS) process.send('stopping')
  setTimeout(() => process.exit(7), 900)
})
process.stdout.write('ready')
setInterval(() => {}, 1000)
`

let folder: string
before(async () => (folder = await mkdtemp(join(tmpdir(), 'vivace-launch-'))))
after(() => rm(folder, { recursive: true, force: true }))

async function launch(script: string) {
  const child = spawn(process.execPath, [launcher, script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return { pid: child.pid ?? 0, ended: once(child, 'exit') }
}

test('what has heard a signal is left to end by itself; what has not gets it', async () => {
  const [says, silent] = ['says.mjs', 'silent.mjs'].map((name) => join(folder, name))
  assert.ok(says && silent)
  await writeFile(says, slow.replace('SAYS', 'true'))
  await writeFile(silent, slow.replace('SAYS', 'false'))
  const heard = await launch(says)
  // To both, as a terminal does.
  process.kill(-heard.pid, 'SIGTERM')
  assert.deepEqual(await heard.ended, [7, null])
  const unheard = await launch(silent)
  process.kill(-unheard.pid, 'SIGTERM')
  assert.deepEqual(await unheard.ended, [null, 'SIGTERM'])
  const alone = await launch(says)
  process.kill(alone.pid, 'SIGTERM')
  assert.deepEqual(await alone.ended, [7, null])
})
