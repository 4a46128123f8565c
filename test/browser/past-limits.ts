import type { Page } from 'playwright-core'
import type { World } from '../world.ts'

/** Does something twice, the second time as if its network had done it far too often. */
export async function goPastLimits(
  { db }: World,
  page: Page,
  act: () => Promise<unknown>,
): Promise<void> {
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': '203.0.113.7' })
  await act()
  await db.updateTable('request_count').set({ count: 100_000 }).execute()
  await act()
  await db.deleteFrom('request_count').execute()
  await page.setExtraHTTPHeaders({})
}
