import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findChromium } from './chromium.ts'
import { requireBrowser } from './journeys.ts'

const none = { VIVACE_CHROMIUM: 'none' }

test('a machine without Chromium leaves a journey out, and says so', async () => {
  const said: string[] = []
  const skip = (message: string) => said.push(message)
  assert.equal(await requireBrowser({ skip }, none), null)
  assert.deepEqual(said, ['needs Chromium'])
})

test('in CI a journey without Chromium fails', async () => {
  await assert.rejects(
    requireBrowser({ skip: assert.fail }, { ...none, CI: 'true' }),
    /needs Chromium/,
  )
})

test('a configured Chromium that is not there is an error', async () => {
  await assert.rejects(findChromium({ CHROMIUM_PATH: '/none/chromium' }), /names no file/)
})
