import type { Page } from 'playwright-core'
import { join, make, mandate, memberIdOf, send } from '../organisation-world.ts'
import { linkIn, readMails } from '../sign-in-world.ts'
import { publish, type Somebody } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, openDetails, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report } from './sample-contributions.ts'
import { makeAdministrator } from '../make-administrator.ts'

const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite'
const pattern = '/organisations/:organisation'

/** Organisations in each state that they can be met in, and what is asked of those who contribute. */
export async function describeOrganisationPages(world: World): Promise<Pages> {
  const people = await makePeople(world)
  const { lead, second, stranger, chief } = people
  const filled = await fillOrganisations(world, people)
  const { full, bare, handed, member, asked, link } = filled
  const here = `/organisations/${full}`
  const as = lead
  return {
    '/organisations': [
      { name: 'organisations', path: '/organisations' },
      { name: 'organisations, none found', path: '/organisations?name=rien' },
    ],
    '/organisation': [
      { name: 'organisation, new', path: '/organisation', as },
      { name: 'organisation, languages', path: '/organisation', as, act: openDetails },
      { name: 'organisation, refused', path: '/organisation', as, act: sendNothing },
      { name: 'organisation, all wrong', path: '/organisation', as, act: sendWrong },
      {
        name: 'organisation, signed out meanwhile',
        path: '/organisation',
        as,
        act: async (page) => {
          await page.locator('#name').fill(LONG)
          await page.locator('#side-political').check()
          await page.locator('#public-yes').check()
          await sendSignedOut(page, page.locator('#form button'))
        },
      },
    ],
    [pattern]: [
      { name: 'organisation, full', path: here },
      { name: 'organisation, for its lead', path: `${here}?done=made`, as },
      { name: 'organisation, for a stranger', path: here, as: stranger },
      { name: 'organisation, bare', path: `/organisations/${bare}`, as: second },
      { name: 'organisation, last lead', path: `${here}?refused=last-lead`, as },
    ],
    [`${pattern}/description`]: [
      { name: 'organisation, description', path: `${here}/description`, as },
      { name: 'organisation, changed meanwhile', path: `${here}/description`, as, act: sendOld },
    ],
    [`${pattern}/members`]: [
      { name: 'organisation, members', path: `${here}/members`, as },
      {
        name: 'organisation, members, refused',
        path: `${here}/members?refused=in-hand-over`,
        as,
      },
    ],
    [`${pattern}/members/:member`]: [
      { name: 'organisation, member', path: `${here}/members/${member}`, as },
      { name: 'organisation, mandated', path: `${here}/members/${member}?done=mandated`, as },
      {
        name: 'organisation, mandate refused',
        path: `${here}/members/${member}`,
        as,
        act: async (page) => {
          await page.locator('section form[action$=mandates] button').click()
          await expectRefusal(page)
        },
      },
      { name: 'organisation, who only asks', path: `${here}/members/${asked}`, as },
    ],
    [`${pattern}/verification`]: [
      { name: 'verification', path: `/organisations/${bare}/verification`, as: second },
      {
        name: 'verification, sent',
        path: `/organisations/${bare}/verification?done=sent`,
        as: second,
      },
      {
        name: 'verification, refused',
        path: `/organisations/${bare}/verification`,
        as: second,
        act: async (page) => {
          await page.locator('#email').fill('quelqu-un@ailleurs.example')
          await sendNothing(page)
          await expectRefusal(page)
        },
      },
      { name: 'verification, no domain', path: `/organisations/${handed}/verification`, as },
      {
        name: 'verification, by hand',
        path: `/organisations/${bare}/verification`,
        as: people.admin,
      },
      { name: 'verification, verified', path: `${here}/verification`, as },
    ],
    [`${pattern}/verification/:token`]: [
      { name: 'proof', path: link, as: second },
      { name: 'proof, unknown', path: `${here}/verification/nothing`, as },
    ],
    [`${pattern}/hand-over`]: [
      { name: 'hand-over', path: `${here}/hand-over`, as },
      { name: 'hand-over, refused', path: `${here}/hand-over`, as, act: sendNothing },
      { name: 'hand-over, shown', path: `${here}/hand-over`, as, act: plan },
      { name: 'hand-over, planned', path: `/organisations/${handed}/hand-over`, as },
    ],
    '/workshop/reports/:slug/true-names': [
      { name: 'true names', path: `/workshop${report}/true-names`, as: chief },
      { name: 'true names, saved', path: `/workshop${report}/true-names?done=saved`, as: chief },
    ],
    '/contributions/:number': [
      { name: 'contribution for an organisation', path: `/contributions/${filled.said}` },
    ],
    '/reports/:slug/contribution': [
      { name: 'remark, in whose name', path: `${report}/contribution?kind=remark`, as: lead },
      {
        name: 'remark, mandate over',
        path: `${report}/contribution?kind=remark`,
        as: lead,
        act: async (page) => {
          const choice = page.locator(`input[name=speaker][value="${full}"]`)
          await choice.evaluate((element) => element.setAttribute('value', 'nobody'))
          await page.locator('input[name=speaker][value=nobody]').check()
          await page.locator('#body').fill('Une remarque.')
          await page.locator('button[value=preview]').click()
          await expectRefusal(page)
        },
      },
    ],
    '/account': [
      { name: 'account of a lead', path: '/account', as: lead },
      { name: 'account, languages', path: '/account', as: lead, act: openDetails },
      { name: 'account, true name saved', path: '/account?done=true-name-saved', as: lead },
      { name: 'account, all wrong', path: '/account', as: lead, act: sendWrongProfile },
    ],
  }
}

type People = Record<'lead' | 'second' | 'stranger' | 'chief' | 'admin', Somebody>

async function makePeople(world: World): Promise<People> {
  return {
    lead: await world.person({ name: `Teresa ${'Quiroga'.repeat(6)}` }),
    second: await world.person({ name: 'ليلى بنت عبد الرحمن' }),
    stranger: await world.person({ name: 'Lucía' }),
    chief: await world.person({ name: 'Salomé', role: 'editor-in-chief' }),
    admin: await makeAdministrator(world, 'Administration'),
  }
}

async function fillOrganisations(world: World, { lead, second, stranger, admin }: People) {
  const full = await make(world, lead, {
    name: `Ville de ${LONG}`,
    description: `${LONG}.\n\nUn second paragraphe.`,
    territory: LONG,
    languages: ['fr', 'ar'],
    website: `https://${'un-hote-tres-long-'.repeat(3)}a.example.org/`,
    siret: '73282932000074',
    mailDomain: 'essai.example',
  })
  const member = await join(world, full, { lead, who: second })
  const office = { office: 'elected', officeTitle: LONG }
  await send(world, { slug: full, path: `members/${member}/office` }, office, lead)
  await mandate(world, { slug: full, id: member }, { until: '2099-12-31' }, lead)
  await mandate(
    world,
    { slug: full, id: member },
    { role: 'organisation-lead', from: '2099-01-01' },
    lead,
  )
  await send(world, { slug: full, path: 'membership' }, {}, stranger)
  const asked = await memberIdOf(world, full, stranger)
  const own = await memberIdOf(world, full, lead)
  await mandate(world, { slug: full, id: own }, {}, lead)
  await send(
    world,
    { slug: full, path: 'verification/reason' },
    { reason: `Connue. ${LONG}` },
    admin,
  )
  const said = await publish(world, lead, { speaker: full })

  const bare = await make(world, second, { name: 'مدينة', mailDomain: 'bare.example' })
  const email = 'preuve@bare.example'
  await send(world, { slug: bare, path: 'verification' }, { email }, second)
  const [mail] = await readMails(world, email)
  const link = (linkIn(mail?.text ?? '') ?? '').replace('/fr', '')

  const handed = await make(world, lead, { name: 'Passée' })
  await planHandOver(world, handed, lead)
  return { full, bare, handed, member, asked, link, said }
}

async function planHandOver(world: World, slug: string, lead: Somebody): Promise<void> {
  const successor = String(await memberIdOf(world, slug, lead))
  const typed = { successor, from: '2098-01-01', until: '' }
  const query = new URLSearchParams(typed).toString()
  const page = await world.get(`/fr/organisations/${slug}/hand-over?${query}`, lead)
  const shown = await page.text()
  const mark = /name="mark" value="([^"]*)"/.exec(shown)?.[1] ?? ''
  await send(world, { slug, path: 'hand-over/confirmation' }, { ...typed, mark }, lead)
}

async function sendWrong(page: Page): Promise<void> {
  await page.locator('#name').fill('a'.repeat(121))
  await page.locator('#territory').fill('a'.repeat(121))
  await page.locator('#website').fill('nulle part')
  await page.locator('#siret').fill('123')
  await page.locator('#mailDomain').fill('gmail.com')
  await sendNothing(page)
  await expectRefusal(page)
}

async function sendOld(page: Page): Promise<void> {
  const read = page.locator('input[name=revision]')
  await read.evaluate((element) => element.setAttribute('value', '99'))
  await page.locator('#description').fill(LONG)
  await page.locator('#form button').click()
  await expectRefusal(page)
}

async function plan(page: Page): Promise<void> {
  await page.locator('input[name=successor]').first().check()
  await page.locator('#from').fill('2098-01-01')
  await page.locator('#form button').click()
  await page.locator('#plan').waitFor({ timeout: 10_000 })
}

async function sendWrongProfile(page: Page): Promise<void> {
  const form = page.locator('form[action$=profile]')
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await page.locator('#name').fill('')
  await page.locator('#territory').fill('a'.repeat(121))
  await page.locator('#office-elected').check()
  await page.locator('#officeTitle').fill('')
  await form.locator('button').click()
  await expectRefusal(page)
}
