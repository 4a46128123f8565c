import assert from 'node:assert/strict'
import { longText, publishFile } from '../publish-file.ts'
import type { World } from '../world.ts'
import type { Pages } from './page-state.ts'

/** A text on one page, and a part that is too long for one. */
export async function describeWholePages(world: World): Promise<Pages> {
  const [part] = await publishFile(world, 'tome', longText())
  assert.ok(part)
  return {
    '/reports/:slug/whole': [{ name: 'whole text', path: '/reports/petite-loi/whole' }],
    '/reports/:slug/editions/:number/whole': [
      { name: 'whole text of an old edition', path: '/reports/petite-loi/editions/1/whole' },
      { name: 'whole text of no edition', path: '/reports/petite-loi/editions/99/whole' },
    ],
    '/reports/:slug/part/:block': [
      { name: 'part read by chapter', path: `/reports/tome/part/${part.id}` },
    ],
  }
}
