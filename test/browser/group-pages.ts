import type { Page } from 'playwright-core'
import {
  controversiesPath,
  draftOf,
  groupsPath,
  makeGroupOf,
  publishedOf,
  settledOf,
  workshop as workshopPath,
  yesAndNo,
} from '../grouping.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import { withhold } from '../moderate.ts'
import { expectRefusal } from './page-acts.ts'
import type { Pages, State } from './page-state.ts'
import { report, type People } from './sample-contributions.ts'

const bare = (path: string) => path.replace(/^\/fr/, '')
const [workshop, groups, controversies] = [workshopPath, groupsPath, controversiesPath].map(bare)
const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'

/** Of people who say alike, in words of their own: what is said too often is held back. */
const said = {
  Rosalie: `Les horaires de la piscine municipale sont trop courts. ${LONG}`,
  Basile: 'La piscine municipale ferme tôt : ses horaires sont trop courts pour nous.',
  Clarisse: 'Pour les familles, les horaires de notre piscine sont bien courts.',
  Donatien: 'Une piscine municipale qui ouvre plus longtemps coûte cher en chauffage.',
  Élodie: 'Je ne nage pas.',
}

/** Groups and controversies, read and kept: empty ones, full ones, refused forms. */
export async function describeGroupPages(world: World, { editor }: People): Promise<Pages> {
  const numbers: number[] = []
  for (const [name, body] of Object.entries(said)) {
    const kind = { kind: 'argument', stance: name < 'D' ? 'for' : 'against' }
    numbers.push(
      await publish(world, await world.person({ name }), { edition: '2', body, ...kind }),
    )
  }
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = numbers
  const group = await makeGroupOf(world, editor, [first, second, fifth], `La piscine : ${LONG}`)
  await withhold(world, editor, fifth)
  const gone = await makeGroupOf(world, editor, [third, fourth])
  await world.post(`${groupsPath}/${gone}/dissolution`, [['read', '1']], editor)
  const positions = yesAndNo([first, third], [second, fourth])
  const question = `Faut-il ouvrir plus longtemps ? ${LONG}`
  const draft = await draftOf(world, editor, { question, positions })
  const open = await publishedOf(world, editor, { question, lead: LONG, positions })
  const settled = await settledOf(world, editor, { question, positions })
  const kept = (states: State[]) => states.map((state) => ({ ...state, as: editor }))
  return {
    '/reports/:slug/groups': [
      { name: 'groups', path: `${report}/groups` },
      { name: 'groups, past the last page', path: `${report}/groups?page=9` },
    ],
    '/reports/:slug/groups/:group': [
      { name: 'groups: one', path: `${report}/groups/${group}` },
      { name: 'groups: one, for its editor', path: `${report}/groups/${group}`, as: editor },
      { name: 'groups: one dissolved', path: `${report}/groups/${gone}` },
    ],
    '/reports/:slug/controversies': [{ name: 'controversies', path: `${report}/controversies` }],
    '/reports/:slug/controversies/:controversy': [
      { name: 'controversies: one', path: `${report}/controversies/${open}`, act: openTable },
      { name: 'controversies: one settled', path: `${report}/controversies/${settled}` },
    ],
    '/workshop/reports/:slug/groups': kept([{ name: 'groups, kept', path: `${groups}` }]),
    '/workshop/contributions/:number/alike': kept([
      { name: 'groups: what is alike', path: `/workshop/contributions/${third}/alike` },
    ]),
    '/workshop/reports/:slug/group': kept([
      { name: 'groups: making', path: `${workshop}/group?c=${first}&c=${third}` },
      { name: 'groups: making of nothing', path: `${workshop}/group` },
      {
        name: 'groups: making, refused',
        path: `${workshop}/group?c=${third}`,
        act: (page) => refused(page, `form[action$="/groups"] button`),
      },
    ]),
    '/workshop/reports/:slug/groups/:group': kept([
      { name: 'groups: keeping', path: `${groups}/${group}?done=made` },
      { name: 'groups: keeping one dissolved', path: `${groups}/${gone}` },
      {
        name: 'groups: keeping, refused',
        path: `${groups}/${group}`,
        act: (page) => refused(page, 'form[action$="/removals"] button'),
      },
    ]),
    '/workshop/reports/:slug/controversies': kept([
      { name: 'controversies, kept', path: `${controversies}` },
    ]),
    '/workshop/reports/:slug/controversy': kept([
      { name: 'controversies: laying out', path: `${workshop}/controversy?c=${first}&c=${fourth}` },
      {
        name: 'controversies: laying out, refused',
        path: `${workshop}/controversy?c=${first}`,
        act: (page) => refused(page, 'form[action$="/controversies"] button'),
      },
    ]),
    '/workshop/reports/:slug/controversies/:controversy': kept([
      { name: 'controversies: a draft', path: `${controversies}/${draft}?done=made` },
      { name: 'controversies: keeping', path: `${controversies}/${open}` },
      { name: 'controversies: keeping one settled', path: `${controversies}/${settled}` },
    ]),
    '/workshop/reports/:slug/controversies/:controversy/settlement': kept([
      { name: 'controversies: settling', path: `${controversies}/${open}/settlement` },
      {
        name: 'controversies: settling, refused',
        path: `${controversies}/${open}/settlement`,
        act: (page) => refused(page, 'form[action$="/settlement"] button'),
      },
    ]),
    '/workshop/reports/:slug/answer': kept([
      {
        name: 'groups: answering one',
        path: `${workshop}/answer?c=${first}&c=${second}&group=${group}`,
      },
    ]),
    '/contributions/:number': [
      { name: 'groups: a contribution of one', path: `/contributions/${first}` },
    ],
  }
}

async function openTable(page: Page): Promise<void> {
  await page.locator('.holders summary').click()
}

async function refused(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click()
  await expectRefusal(page)
}
