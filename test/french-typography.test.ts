import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'

test('French sentences stand off their signs by the space that each of them wants', async () => {
  const wrong: string[] = []
  for await (const file of glob('src/*/words.fr.json')) {
    const sentences = await readFile(file, 'utf8')
    for (const [found] of sentences.matchAll(/.{0,30}(?:[ \u00A0][;!?]|[ \u202F]»|«[ \u202F])/gu)) {
      wrong.push(`${file}: ${found}`)
    }
  }
  assert.deepEqual(wrong, [])
})
