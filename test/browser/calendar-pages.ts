import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { readFields } from '../change-by-hand.ts'
import type { World } from '../world.ts'
import { expectRefusal, openDetails, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report, type People } from './sample-contributions.ts'

const calendar = `/workshop${report}/calendar`
const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'

/** A report's life, long enough to fold, and where editors keep it. */
export async function describeCalendarPages(world: World, { camille }: People): Promise<Pages> {
  await fillCalendar(world, camille)
  const { id } = await world.db
    .selectFrom('report_event')
    .select('id')
    .where('kind', '=', 'meeting')
    .limit(1)
    .executeTakeFirstOrThrow()
  const as = camille
  const date = `${calendar}/${id}`
  return {
    '/reports/:slug': [
      { name: 'front with its life', path: report },
      { name: 'front with all of its life', path: report, act: openDetails },
    ],
    '/workshop/reports/:slug/calendar': [
      { name: 'calendar', path: calendar, as },
      { name: 'calendar, added just now', path: `${calendar}?done=added`, as },
      { name: 'calendar, refused', path: calendar, as, act: sendNothing },
      { name: 'calendar, no such date', path: calendar, as, act: sendNoDate },
      {
        name: 'calendar, signed out meanwhile',
        path: calendar,
        as,
        act: async (page) => {
          await fillDate(page, '3')
          await sendSignedOut(page, page.locator('main form button'))
        },
      },
    ],
    '/workshop/reports/:slug/calendar/:event': [
      { name: 'a date', path: date, as },
      { name: 'a date, changed meanwhile', path: date, as, act: sendOld },
    ],
    '/workshop/reports/:slug/calendar/:event/removal': [
      { name: 'removal of a date', path: `${date}/removal`, as },
      {
        name: 'removal of a date, changed meanwhile',
        path: `${date}/removal`,
        as,
        act: async (page) => {
          await readAnother(page)
          await page.locator('main form button').click()
          await expectRefusal(page)
        },
      },
    ],
  }
}

/** Of every kind and precision, nine of them past. */
async function fillCalendar(world: World, camille: { cookie: string }): Promise<void> {
  const years = [1998, 1999, 2000, 2001, 2002, 2003].map((year) => ({
    kind: 'meeting',
    year: String(year),
    label: `${LONG} ${year}`,
    byWhom: LONG,
    link: `https://${'un-hote-tres-long-'.repeat(3)}a.example.org/`,
  }))
  const dates = [
    ...years,
    { kind: 'commissioned', month: '1', year: '2017' },
    { kind: 'handed-over', day: '3', month: '7', year: '2018', byWhom: LONG },
    { kind: 'other', day: '5', month: '7', year: '2018', label: 'Adopté en séance plénière' },
    { kind: 'contributions-until', day: '30', month: '1', year: '2990' },
    { kind: 'edition-planned', month: '3', year: '2990', edition: '90' },
  ]
  for (const date of dates) {
    const form = readFields(await (await world.get(`/fr${calendar}`, camille)).text())
    const sent = await world.post(
      `/fr${calendar}/events`,
      Object.entries({ ...form, ...date }),
      camille,
    )
    assert.equal(sent.status, 303)
  }
}

async function fillDate(page: Page, day: string): Promise<void> {
  await page.locator('#kind').selectOption('other')
  await page.locator('#day').fill(day)
  await page.locator('#month').fill('2')
  await page.locator('#year').fill('2027')
  await page.locator('#label').fill(LONG)
}

async function sendNoDate(page: Page): Promise<void> {
  await fillDate(page, '31')
  await page.locator('main form button').click()
  await expectRefusal(page)
}

/** As when somebody changed the date after the form was shown. */
async function sendOld(page: Page): Promise<void> {
  await readAnother(page)
  await page.locator('#label').fill(LONG)
  await page.locator('main form button').click()
  await expectRefusal(page)
}

async function readAnother(page: Page): Promise<void> {
  const read = page.locator('input[name=revision]')
  await read.evaluate((element) => element.setAttribute('value', '99'))
}
