import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keepSecret } from './keep-secret.ts'

test('a secret is made once, for its owner alone, and stays the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vivace-secret-'))
  const secrets = [await keepSecret(folder), await keepSecret(folder)]
  assert.equal(new Set(secrets).size, 1)
  assert.ok((secrets[0]?.length ?? 0) >= 32)
  assert.deepEqual(await readdir(folder), ['secret'])
  if (process.platform !== 'win32')
    assert.equal((await stat(join(folder, 'secret'))).mode & 0o777, 0o600)
  await rm(folder, { recursive: true })
})
