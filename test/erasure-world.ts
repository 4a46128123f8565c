import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { saveDigests } from '../src/notices/digest-store.ts'
import { findPersonByIdentity, saveIdentity } from '../src/people/index.ts'
import { savePasskey } from '../src/people/passkey-store.ts'
import { actorOf } from '../src/people/person.ts'
import { listGrants } from '../src/people/store.ts'
import { operator } from '../src/permissions.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { answerForm } from './answer-form.ts'
import { listDecisions } from '../src/moderation/index.ts'
import { answerFlags, flag } from './flagging.ts'
import { inviteTo } from './invite.ts'
import { withhold } from './moderate.ts'
import { follow } from './notices-world.ts'
import { join, make, mandate, send } from './organisation-world.ts'
import { actUpon, sanction } from './sanction-her.ts'
import { cookieOf, type SignInWorld } from './sign-in-world.ts'
import { previewOf } from './send-file.ts'
import { formOf, newKey, publish, reportPath, type Somebody } from './take-part.ts'

/** What only this person ever wrote, for everything that is kept of them. */
export const marks = {
  name: 'Zéphyrine Quœnard',
  trueName: 'Zéphyrine-Aimée Œuvrard',
  organisation: 'Atelier des Ÿttriums',
  territory: 'Pays de Œlenberg',
  officeTitle: 'Adjointe aux xylothèques',
  memberTitle: 'Vice-présidente aux kaolins',
  email: 'zephyrine.quoenard+vivace@xn--lenberg-9ya.example',
  secondEmail: 'zq.privee@boite-secrete.example',
  proofEmail: 'zq@essai.example',
  subject: 'sub-7f3a-quoenard-91',
  siret: '73282932000074',
  passkey: 'Téléphone de Zéphyrine',
  passkeyId: 'cred-quoenard-AbCdEf',
  draft: 'Brouillon aux chrysanthèmes',
  upload: 'rapport-de-quoenard.md',
  invitation: 'Chère Zéphyrine Quœnard, venez',
  ownInvitation: 'Rejoins-moi, signé Zéphyrine Quœnard',
  place: 'Hameau des Œillets-Bleus',
  flagged: 'Cette phrase insulte les hellébores.',
  contested: 'On m’a pris mes digitales.',
  warned: 'Laissez les mimosas.',
  banned: 'Des mots contre les bruyères.',
  grave: 'Une menace aux asphodèles.',
  fought: 'Je n’ai rien dit des bruyères.',
  upheld: 'Les bruyères ont été insultées.',
  lifted: 'Une excuse aux clématites.',
} as const

/** What she said, which stays or goes as she chooses. */
export const said = {
  title: 'Réussite aux passiflores',
  body: 'Des glycines grimpent sur la mairie.',
  explanation: 'Parce que les ormes penchent.',
  link: 'https://exemple-zq.example/hibiscus',
  revised: 'Des glycines et des pivoines grimpent.',
  wording: 'Chaque commune publie la liste des jacinthes.',
  declined: 'Elle la met à jour à chaque lune.',
} as const

export type Zephyrine = Somebody & { personId: number; pseudonym: string; numbers: Numbers }
type Numbers = {
  success: number
  accepted: number
  declined: number
  spokenFor: number
  other: number
}

const issuer = 'https://identite.example'

/** Somebody who did everything that can be done here, through the pages as far as there are any. */
export async function makeZephyrine(world: SignInWorld): Promise<Zephyrine> {
  const { email } = marks
  const first = cookieOf(
    await world.post(await world.linkFor(email), [
      ['name', marks.name],
      ['side', 'academic'],
      ['terms', '1'],
    ]),
  )
  await world.post(
    '/fr/account/profile',
    [
      ['name', marks.name],
      ['side', 'academic'],
      ['organisation', marks.organisation],
      ['territory', marks.territory],
      ['languages', 'oc'],
      ['office', 'elected'],
      ['officeTitle', marks.officeTitle],
      ['locale', 'fr'],
    ],
    first,
  )
  await world.post('/fr/account/true-name', [['trueName', marks.trueName]], first)
  const person = await findPersonByIdentity(world.db, 'email', email)
  assert.ok(person)
  assert.equal(person.territory, marks.territory)
  const { id: personId, pseudonym } = person
  await addWays(world, personId)
  const reader = { cookie: first.cookie, actor: actorOf(person, []) }
  const numbers = await saySomething(world, reader)
  await useRedress(world, reader)
  await sanction(world, reader, marks)
  await playRoles(world, reader, numbers)
  await actUpon(world, reader)
  await beTold(world, reader)
  const actor = actorOf(person, await listGrants(world.db, personId, new Date()))
  return { cookie: first.cookie, actor, personId, pseudonym, numbers }
}

/** She follows the report, and had a digest. */
async function beTold(world: SignInWorld, { cookie, actor }: Somebody): Promise<void> {
  await follow(world, { cookie }, 'report', 'petite-loi')
  const personId = actor.personId ?? 0
  const digest = { personId, day: '2027-01-11', after: 0, until: 1, count: 1 }
  await saveDigests(world.db, [digest], new Date())
}

async function addWays(world: SignInWorld, personId: number): Promise<void> {
  const createdAt = new Date()
  const of = { personId, createdAt }
  await saveIdentity(world.db, { ...of, provider: 'email', subject: marks.secondEmail })
  await saveIdentity(world.db, {
    ...of,
    provider: issuer,
    subject: marks.subject,
    siret: marks.siret,
  })
  await savePasskey(world.db, {
    ...of,
    credentialId: marks.passkeyId,
    publicKey: randomBytes(40),
    counter: 3,
    synced: true,
    transports: ['internal'],
    name: marks.passkey,
  })
}

async function saySomething(world: SignInWorld, her: Somebody): Promise<Numbers> {
  const success = await publish(world, her, {
    kind: 'local-success',
    title: said.title,
    body: said.body,
    link: said.link,
    place: marks.place,
  })
  const revision: [string, string][] = Object.entries({
    title: said.title,
    body: said.revised,
    link: said.link,
    place: marks.place,
    revision: '1',
    step: 'publish',
    key: newKey(),
  })
  const revised = await world.post(`/fr/contributions/${success}/revisions`, revision, her)
  assert.equal(revised.status, 303, await revised.text())
  await publish(world, her, {
    kind: 'new-proposition',
    title: said.title,
    body: said.body,
    explanation: said.explanation,
  })
  const { id } = await world.blockWith('Chaque commune publie')
  const path = `${reportPath}/passages/${id}/amendments`
  const accepted = await publish(world, her, { path, sentence: '1', wording: said.wording })
  const declined = await publish(world, her, { path, sentence: '2', wording: said.declined })
  const nour = await world.person({ name: 'Nour' })
  const other = await publish(world, nour, { body: 'Autre chose.' })
  await world.post(`/fr/contributions/${other}/support`, [], her)
  await world.post(
    `${reportPath}/contributions`,
    formOf({ step: 'draft', body: marks.draft, key: 'a-draft-of-zephyrine' }),
    her,
  )
  const spokenFor = await speakFor(world, her)
  return { success, accepted, declined, spokenFor, other }
}

async function speakFor(world: SignInWorld, her: Somebody): Promise<number> {
  const teresa = await world.person({ name: 'Teresa' })
  const slug = await make(world, teresa, { mailDomain: 'essai.example' })
  const id = await join(world, slug, { lead: teresa, who: her })
  const office = { office: 'elected', officeTitle: marks.memberTitle }
  assert.equal(
    (await send(world, { slug, path: `members/${id}/office` }, office, teresa)).status,
    303,
  )
  assert.equal((await mandate(world, { slug, id }, {}, teresa)).status, 303)
  const proof = await send(world, { slug, path: 'verification' }, { email: marks.proofEmail }, her)
  assert.equal(proof.status, 303, await proof.text())
  return publish(world, her, { speaker: slug, body: 'Au nom de la ville.' })
}

/** She flags what somebody else said, and contests that something of hers was hidden. */
async function useRedress(world: SignInWorld, her: Somebody): Promise<void> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const theirs = await publish(world, await world.person({ name: 'Nour' }), { body: 'Un mot.' })
  const flagged = await flag(world, theirs, { explanation: marks.flagged }, her)
  assert.equal(flagged.status, 303, await flagged.text())
  assert.equal((await answerFlags(world, maud, theirs)).status, 303)
  const hidden = await publish(world, her, { body: 'Un mot de trop.' })
  assert.equal((await withhold(world, maud, hidden)).status, 303)
  const [decision] = await listDecisions(world.db, hidden)
  const contested = await world.post(
    `/fr/contributions/${hidden}/decisions/${decision?.id}/appeal`,
    [['reason', marks.contested]],
    her,
  )
  assert.equal(contested.status, 303, await contested.text())
}

/** She is a rapporteur and a moderator for a while, and does what these do. */
async function playRoles(world: SignInWorld, her: Somebody, numbers: Numbers): Promise<void> {
  const salome = await world.person({ name: 'Salomé' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  for (const [number, decision] of [
    [numbers.accepted, 'accepted'],
    [numbers.declined, 'declined'],
  ] as const) {
    const answered = await world.post(
      '/fr/workshop/reports/petite-loi/answers',
      answerForm(number, decision),
      camille,
    )
    assert.equal(answered.status, 303, await answered.text())
  }
  const personId = her.actor.personId ?? 0
  for (const role of ['rapporteur', 'moderator'] as const) {
    const given = { personId, role, domain: reportDomain(world.report) }
    await grantRole(world.db, operator, given, new Date())
  }
  const theirs = await publish(world, await world.person({ name: 'Iris' }), { body: 'Hors sujet.' })
  assert.equal((await withhold(world, her, theirs)).status, 303)
  const answer = answerForm(numbers.other, 'noted')
  assert.equal(
    (await world.post('/fr/workshop/reports/petite-loi/answers', answer, her)).status,
    303,
  )
  await previewOf(world, { name: marks.upload, bytes: '# Petite loi\n\nUn texte.' }, her)
  const own = { email: 'ami@example.org', fields: { role: '', message: marks.ownInvitation } }
  assert.equal((await inviteTo(world, own, her)).status, 303)
  const sent = { email: marks.email, fields: { message: marks.invitation, role: 'clerk' } }
  assert.equal((await inviteTo(world, sent, salome)).status, 303)
  // A link that nobody has used yet: it is known by the address alone.
  await world.ask(marks.email)
}
