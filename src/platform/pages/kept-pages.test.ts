import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { keepPages } from './kept-pages.ts'

const address = (key: string) => ({ key, slug: null, unchanging: false })
const page = () => ({
  headers: [['cache-control', 'public']] as [string, string][],
  bytes: randomBytes(10_000),
  until: Infinity,
})

test('no more bytes are kept than allowed, in all encodings together, and the oldest go first', async () => {
  const pages = keepPages(100_000)
  for (let number = 1; number <= 30; number += 1) {
    const kept = await pages.keep(address(`/${number}`), page(), number)
    await pages.encode(kept, 'identity')
    await pages.encode(kept, 'gzip')
    assert.ok(pages.bytes() <= 100_000)
  }
  assert.equal(pages.find('/1'), undefined)
  assert.notEqual(pages.find('/30'), undefined)
  const before = pages.bytes()
  await pages.keep(address('/30'), page(), 31)
  assert.ok(pages.bytes() < before, 'what took its place counts instead of it')
})

test('a page that is larger than all that may be kept is sent, and not kept', async () => {
  const pages = keepPages(5000)
  const kept = await pages.keep(address('/long'), page(), 1)
  assert.equal((await pages.encode(kept, 'identity')).bytes.length, 10_000)
  assert.deepEqual([pages.find('/long'), pages.bytes()], [undefined, 0])
})

test('what was begun earlier never takes the place of what was begun later', async () => {
  const pages = keepPages(100_000)
  const newer = await pages.keep(address('/page'), page(), 20)
  await pages.keep(address('/page'), page(), 10)
  assert.equal(pages.find('/page'), newer)
})
