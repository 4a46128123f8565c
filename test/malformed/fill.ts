import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { decideAnchors } from '../../src/anchors/index.ts'
import {
  fillContributions,
  fillEditions,
  makePeople,
  type Numbers,
  type People,
} from '../browser/sample-contributions.ts'
import { changeAs, slip, text, workshop } from '../change-by-hand.ts'
import { addressOf, png } from '../picture-files.ts'
import { publishNext, sayOf } from '../second-edition.ts'
import { previewOf } from '../send-file.ts'
import { openSignInWorld, type SignInWorld } from '../sign-in-world.ts'
import { reportPath, textOf, type Somebody } from '../take-part.ts'
import { smallBill, type World } from '../world.ts'
import { compete } from './compete.ts'
import { divideText } from './divide.ts'
import { fillGroups } from './fill-groups.ts'
import { fillAttachments } from './fill-attachments.ts'
import { fillRoles } from './fill-roles.ts'
import { fillModeration } from './fill-moderation.ts'
import { fillNotices } from './fill-notices.ts'
import { fillOther } from './fill-other.ts'
import { fillPrivacy } from './fill-privacy.ts'
import { fillTopics } from './fill-topics.ts'
import { fillTelling } from './fill-telling.ts'
import { fillOrganisations } from './fill-organisations.ts'
import { awayProvider, bindAttempts, listWaysIn, vouchFor } from './fill-ways-in.ts'
import { hoarder, names, type Name, type Page } from './people.ts'

const smallPicture = png(2, 2)

const signedIn: readonly Name[] = names.slice(1, -2)

export type FilledWorld = SignInWorld & {
  /** Where requests start from: these pages, their links and their forms. */
  pages: Page[]
  cookieOf(name: Name): string | undefined
  /** Opens somebody's session again, where a request may have ended it. */
  signIn(name: Name): Promise<void>
}

/**
 * A world where nearly everything has happened: three editions, with passages to review and decided, contributions of every kind and state, an
 * imported consultation, drafts, answers, changes that wait, a file in the workshop, open sign-in links;
 * and a second report, with an editor-in-chief of its own (Odile), who has no rights on the first.
 */
export async function fillWorld(): Promise<FilledWorld> {
  const world = await openSignInWorld([awayProvider])
  const people = await makePeople(world)
  await fillEditions(world, people)
  const numbers = await fillContributions(world, people)
  const lost = await losePassage(world, people.editor)
  const gone = await changeText(world, people.editor)
  const divided = await divideText(world, people.editor)
  await fillOther(world)
  const cookies = new Map<Name, string>([
    ['garbage', 'vivace_session=%E0%A4%A; vivace_session=x'],
    ['ended', (await world.person({ name: 'Partie' })).cookie],
  ])
  await world.post('/fr/account/session/end', [], { cookie: cookies.get('ended') ?? '' })
  const signIn = async (name: Name) => {
    if (!signedIn.includes(name)) return
    const { cookie } = await world.person({ name })
    cookies.set(name, cookie)
    if (name === 'Iris') await bindAttempts(world, cookie)
    if (name === 'Nour') await vouchFor(world, cookie)
  }
  const ways = await listWaysIn(world, people.nour)
  for (const name of signedIn) await signIn(name)
  return {
    ...world,
    pages: [
      ...(await listBare(world)),
      ...(await listPublic(world, numbers)),
      ...(await listWorkshop(world, { ...numbers, gone }, people)),
      ...ways,
      ...(await fillOrganisations(world)),
      ...(await fillRoles(world)),
      ...lost,
      ...divided.map(by('Camille')),
      ...(await fillAttachments(world)),
      ...(await fillModeration(world)),
      ...(await fillGroups(world)),
      ...(await fillNotices(world)),
      ...(await fillTelling(world)),
      ...(await fillPrivacy(world)),
      ...(await fillTopics(world)),
    ],
    cookieOf: (name) => cookies.get(name),
    signIn,
  }
}

/** A third edition without a passage that two spoke of, one of whom an editor left without a place. */
async function losePassage(world: World, editor: Somebody): Promise<Page[]> {
  const words = 'Une réponse tardive'
  await sayOf(world, words)
  const decided = await sayOf(world, words)
  await changeAs(world, editor).remove(words)
  await publishNext(world)
  const anchors = await world.db
    .selectFrom('anchor')
    .select(['id', 'contribution_number as number'])
    .where('current', '=', true)
    .where('state', '=', 'orphan')
    .orderBy('id')
    .execute()
  const seen = anchors.filter(({ number }) => number === decided).map(({ id }) => id)
  const deciding = {
    report: world.report,
    editionNumber: 3,
    seen,
    decision: { rule: 'left' },
  } as const
  assert.ok((await decideAnchors(world.db, editor.actor, deciding, new Date())).ok)
  const review = `${workshop}/editions/3/anchors`
  const block = await world.blockWith('Toute demande')
  const place = `${review}/place?a=${anchors[0]?.id}`
  const pages = [review, `${review}?show=decided&page=1`, place, `${place}&block=${block.id}`]
  return [...pages, `${place}&q=mot&under=${block.id}`].map(by('Camille'))
}

/** Changes of each sort, by hand, that wait for the next edition; returns the id of what was taken out. */
async function changeText(world: World, editor: Somebody): Promise<string> {
  const { edit, remove, send, fieldsOf } = changeAs(world, editor)
  const wording = 'Toute demande a sa réponse.'
  assert.equal((await edit('Toute demande', { wording })).status, 303)
  const gone = await remove('Une lettre tient')
  const { id } = await world.blockWith('Un sigle y est développé')
  const after = (await world.blockWith('Exposé des motifs')).id
  const read = await fieldsOf(`${text}/${id}/move?after=${after}`)
  const moved = await send(`${text}/${id}/move`, { ...read, ...slip, after })
  assert.equal(moved.status, 303)
  const last = await world.db
    .selectFrom('change')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  const path = `${workshop}/changes/${last[0]?.id}/causes`
  assert.equal((await send(path, { contributions: '1' })).status, 303)
  return gone
}

/** What is in no language, or signs in. */
async function listBare(world: SignInWorld): Promise<Page[]> {
  const { id } = await world.blockWith('Chaque commune publie')
  const stylesheet = /[/]assets[/][^"]+[.]css/.exec(await textOf(world.get('/fr')))?.[0] ?? ''
  const links = []
  for (let at = 0; at < 8; at += 1) links.push(await world.linkFor(`somebody-${at}@example.org`))
  const paths = [
    '/',
    '/healthz',
    '/readyz',
    stylesheet,
    addressOf(smallPicture),
    `/p/${id}`,
    '/c/1',
    '/e/petite-loi/2',
  ]
  const pages = ['/fr', '/fr/journal', '/fr/demonstration/mail', '/fr/account/sign-in']
  return [
    ...[...paths, ...pages, '/fr/account/sign-in-links/sent', ...links].map(by('visitor')),
    ...['/fr/account', '/fr'].flatMap((path) => [by('Nour')(path), by(hoarder)(path)]),
  ]
}

/** Reading and contributing. */
async function listPublic(world: World, said: Numbers): Promise<Page[]> {
  const { id } = await world.blockWith('Chaque commune publie')
  const part = await world.blockWith('Clarté des services publics')
  const passage = `${reportPath}/passages/${id}`
  const contributions = '/fr/contributions'
  const read = [
    `${reportPath}/search?q=services`,
    reportPath,
    `${reportPath}/editions`,
    `${reportPath}/editions/1`,
    `${reportPath}/editions/2/changes`,
    `${reportPath}/editions/2/orphans?page=1`,
    `${reportPath}/editions/1/part/${part.id}`,
    `${reportPath}/part/${part.id}`,
    `${passage}?edition=1`,
    `${reportPath}/reading-list?draw=a`,
    `${reportPath}/contributions?kind=remark&order=newest&waiting=1&page=1&passage=${id}`,
    `${contributions}/${said.argument}?page=1`,
    `${contributions}/${said.totalled}`,
    `${contributions}/${said.remark}/revisions?page=1`,
  ]
  const written = [
    ...['remark', 'argument', 'source', 'local-success'].map(
      (kind) => `${passage}/contribution?kind=${kind}`,
    ),
    `${reportPath}/contribution?kind=question`,
    `${passage}/amendment?sentence=1`,
    `${contributions}/${said.argument}/reply?kind=argument`,
    `${contributions}/${said.question}`,
    `${contributions}/${said.source}/revision`,
    `${contributions}/${said.source}/withdrawal`,
    `${contributions}/${said.source}/receipt`,
    `${contributions}/${said.source}/receipt.json`,
  ]
  return [
    ...read.map(by('visitor')),
    ...written.map(by('Nour')),
    by('Salomé')(`${contributions}/${said.remark}`),
    by('Iris')(`${contributions}/${said.remark}`),
  ]
}

/** The editors' pages, of one report and of the other. */
async function listWorkshop(
  world: World,
  said: Numbers & { gone: string },
  { salome }: People,
): Promise<Page[]> {
  const edited = await world.blockWith('Toute demande')
  const article = await world.blockWith('Article 2 -')
  const bytes = await readFile(smallBill, 'utf8')
  const planned = await world.db
    .selectFrom('report_event')
    .select('id')
    .where('report_id', '=', world.report.id)
    .executeTakeFirstOrThrow()
  const rivals = await compete(world)
  const upload = await previewOf(world, { name: 'loi.html', bytes }, salome)
  const shared = [
    workshop,
    `${workshop}?kind=remark&order=oldest&older=7&origin=online&under=${article.id}&page=1`,
    `${workshop}?obstacle=rivals`,
    `${workshop}/answer?${rivals.map((number) => `c=${number}`).join('&')}`,
    `${workshop}/answer?c=${said.question}&c=${said.success}`,
    `/fr/workshop/contributions/${said.question}/answer`,
    `/fr/workshop/contributions/${said.question}/moderation`,
    `/fr/workshop/contributions/${said.withheld}/moderation`,
    text,
    `${text}?page=1&at=${edited.id}&moving=${article.id}`,
    `${text}/${edited.id}?because=1,2&undo=1`,
    `${text}/insertion?after=${edited.id}&because=1`,
    `${text}/${edited.id}/removal`,
    `${text}/${article.id}/removal`,
    `${text}/${edited.id}/move?after=${article.id}`,
    `${text}/${said.gone}/return?after=${edited.id}`,
    `${workshop}/changes?causes=file&page=1`,
    `${workshop}/changes`,
    `${workshop}/import`,
    `${upload}?page=1&find=mot&differences=1`,
    `${workshop}/calendar`,
    `${workshop}/calendar/${planned.id}`,
    `${workshop}/calendar/${planned.id}/removal`,
  ]
  const chief = [`${workshop}/publication`, `${workshop}/review`, workshop]
  return [
    ...shared.map(by('Camille')),
    ...chief.map(by('Salomé')),
    by('Odile')('/fr/workshop/reports/autre/import'),
    by('Odile')('/fr/workshop/reports/autre/text'),
  ]
}

const by =
  (name: Name) =>
  (path: string): Page => [name, path]
