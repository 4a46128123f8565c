import type { Page } from 'playwright-core'
import { expectRefusal, pretendStale, refuse, sendFirst, sendNothing } from './page-acts.ts'
import type { Pages, Visitor } from './page-state.ts'

/** An audit that is being entered, one that is whole, and one that is published: the addresses of their pages. */
type Audits = { open: string; whole: string; published: string }

/** Entering an audit, from its beginning to its end. */
export function describeAudits(admin: Visitor, audits: Audits): Pages {
  return {
    ...describeForms(admin, audits.open),
    ...describeEnding(admin, audits),
    ...describeFindings(admin, audits),
  }
}

function describeForms(admin: Visitor, open: string): Pages {
  const path = '/admin/accessibility/audit'
  return {
    [path]: [
      { name: 'site: audit to begin', path, as: admin },
      { name: 'site: audit to begin, refused', path, as: admin, act: refuse },
    ],
    '/admin/accessibility/audits': [
      { name: 'site: audit to begin, asked for again', path: `${path}s`, as: admin },
    ],
    '/admin/accessibility/audits/:audit': [
      { name: 'site: audit being entered', path: `${open}?done=begun`, as: admin },
    ],
    '/admin/accessibility/audits/:audit/facts': [
      { name: 'site: audit, its facts', path: `${open}/facts`, as: admin },
      {
        name: 'site: audit, its facts refused',
        path: `${open}/facts`,
        as: admin,
        act: async (page) => {
          await page.locator('#auditor').fill('')
          await page.locator('#address-1').fill('')
          await refuse(page)
        },
      },
      {
        name: 'site: audit, its facts changed meanwhile',
        path: `${open}/facts`,
        as: admin,
        act: async (page) => {
          await page.locator('#auditor').fill('Une autre personne')
          await pretendStale(page, '0')
          await refuse(page)
        },
      },
    ],
    '/admin/accessibility/audits/:audit/findings': [
      { name: 'site: audit, its table', path: `${open}/findings`, as: admin },
      {
        name: 'site: audit, a table refused',
        path: `${open}/findings`,
        as: admin,
        act: async (page) => {
          await page.locator('#csv').fill('page,criterion,result\n9,1.1,C')
          await sendFirst(page, 'form:has(#csv)')
        },
      },
      {
        name: 'site: audit, findings entered meanwhile',
        path: `${open}/findings`,
        as: admin,
        act: async (page) => {
          await page.locator('#csv').fill('page,criterion,result\n1,1.1,C')
          await pretendStale(page, '0'.repeat(64))
          await sendFirst(page, 'form:has(#csv)')
        },
      },
    ],
  }
}

function describeEnding(admin: Visitor, { open, whole }: Audits): Pages {
  return {
    '/admin/accessibility/audits/:audit/publication': [
      { name: 'site: audit, not whole', path: `${open}/publication`, as: admin },
      { name: 'site: audit to publish', path: `${whole}/publication`, as: admin },
      {
        name: 'site: audit to publish, changed meanwhile',
        path: `${whole}/publication`,
        as: admin,
        act: async (page) => {
          await pretendStale(page, '0'.repeat(64))
          await refuse(page)
        },
      },
    ],
    '/admin/accessibility/audits/:audit/removal': [
      { name: 'site: audit to throw away', path: `${whole}/removal`, as: admin },
    ],
  }
}

function describeFindings(admin: Visitor, { open, published }: Audits): Pages {
  return {
    '/admin/accessibility/audits/:audit/pages/:page': [
      { name: 'site: audit, a theme', path: `${open}/pages/1?theme=8`, as: admin },
      { name: 'site: audit, saved', path: `${open}/pages/2?theme=1&done=saved`, as: admin },
      {
        name: 'site: audit, a theme refused',
        path: `${open}/pages/1?theme=2`,
        as: admin,
        act: async (page) => {
          await page.locator('#result-0').selectOption('not-conforming')
          await sendNothing(page)
          await expectRefusal(page)
        },
      },
      {
        name: 'site: audit, a criterion changed meanwhile',
        path: `${open}/pages/2?theme=2`,
        as: admin,
        act: changeMeanwhile,
      },
      { name: 'site: audit, no such page', path: `${open}/pages/99`, as: admin },
      { name: 'site: audit that is published', path: published, as: admin },
    ],
  }
}

async function changeMeanwhile(page: Page): Promise<void> {
  const read = page.locator('main input[name="read.0"]')
  await read.evaluate((element) => element.setAttribute('value', '0'.repeat(64)))
  await page.locator('#result-0').selectOption('conforming')
  await sendNothing(page)
  await expectRefusal(page)
}
