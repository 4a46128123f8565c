import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Browser } from 'playwright-core'
import { sessionCookie } from '../../src/people/index.ts'
import { makeDigests } from '../../src/notices/index.ts'
import { daysLater, digestsOf } from '../notices-world.ts'
import { contextAt } from '../run-task.ts'
import { openSignInWorld, type SignInWorld } from '../sign-in-world.ts'
import { publish, reportPath } from '../take-part.ts'
import { keyboard, pointer } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'with no script': { script: false, width: 320, by: 'pointer' },
  'with script, by keyboard alone': { script: true, width: 1280, by: 'keyboard' },
}

for (const [how, manner] of Object.entries(manners)) {
  test(`somebody follows a report, is told of it, and ends it from the mail, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await goThrough(t, browser, manner)
  })
}

async function goThrough(t: TestContext, browser: Browser, manner: Manner): Promise<void> {
  const world = await openSignInWorld()
  const served = await serve(world)
  t.after(async () => {
    await served.close()
    await world.close()
  })
  const nour = await world.enter('nour@example.org', 'Nour')
  const session = { name: sessionCookie, value: nour.cookie.split('=')[1] ?? '' }
  const visiting = { ...manner, baseUrl: served.baseUrl, locale: 'fr' }
  const own = await openPage(browser, { ...visiting, cookie: session })
  const hands = manner.by === 'keyboard' ? keyboard(own.page) : pointer(own.page)

  await own.page.goto(reportPath)
  await hands.press('button', 'Suivre ce rapport')
  await own.page.getByText('Vous suivez ce rapport.').waitFor()
  await hands.press('link', 'Régler quand et comment')
  await own.page.getByText('Vous suivez 1 chose').waitFor()
  // Of a group in which one is chosen, arrows choose another.
  await own.page.locator('input[name="cadence"]:checked').focus()
  await own.page.keyboard.press('ArrowUp')
  await hands.press('button', 'Enregistrer')
  await own.page.getByText('C’est enregistré.').waitFor()

  const link = await receive(world)
  const visitor = await openPage(browser, visiting)
  await visitor.page.goto(link)
  const elsewhere = manner.by === 'keyboard' ? keyboard(visitor.page) : pointer(visitor.page)
  await elsewhere.press('button', 'Ne plus suivre')
  await visitor.page.getByText('Vous ne suivez plus cela.').waitFor()
  await visitor.close()

  await own.page.goto('/fr/account/notices')
  await own.page.getByText('Vous ne suivez rien').waitFor()
  await own.close()
}

/** The path in the digest that ends the subscription. */
async function receive(world: SignInWorld): Promise<string> {
  await publish(world, await world.person({ name: 'Iris' }), { body: 'Une nouvelle idée.' })
  await makeDigests(contextAt(world, daysLater(0)))
  const [mail] = await digestsOf(world, 'nour@example.org')
  assert.match(mail?.text ?? '', /Une nouvelle idée/)
  return /vivace\.test(\/fr\/unsubscriptions\/s\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
}
