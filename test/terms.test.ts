import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { acceptTerms } from '../src/terms/index.ts'
import { newestVersion, sendTerms, termsForm } from './keep-terms.ts'
import { makeAdministrator } from './make-administrator.ts'
import { nour as newcomer, openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import {
  formOf,
  numberIn,
  publish,
  reportPath,
  statusOf,
  textOf,
  type Somebody,
} from './take-part.ts'
import { say } from './tamper.ts'

let world: SignInWorld
let iris: Somebody
let admin: Somebody
before(async () => {
  world = await openSignInWorld()
  iris = await world.person({ name: 'Iris' })
  admin = await makeAdministrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual(say((await verifyRecord(world.db)).findings), [])
  await world.close()
})

/** All hidden fields of the page that asks, as its form sends them on. */
function sentOn(page: string): [string, string][] {
  const [, form = ''] = /<form[^>]* id="consent"[^>]*>([^]*?)<\/form>/.exec(page) ?? []
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&#39;', "'").replaceAll('&amp;', '&')],
  )
}

test('whoever makes an account accepts the terms that hold, and nobody is taken to have', async () => {
  const path = await world.linkFor('nouvelle@example.org')
  assert.match(
    await textOf(world.get(path)),
    /type="checkbox" id="terms" name="terms" value="1" required/,
  )
  assert.doesNotMatch(await textOf(world.get(path)), /name="terms" value="1"[^>]*checked/)
  const unticked = newcomer.filter(([name]) => name !== 'terms')
  const refused = await world.post(path, unticked)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Cochez la case[^]*value="Nour B\."/)
  for (const version of ['2', '0', '-1', 'x', '1e0']) {
    const other = await world.post(path, [...unticked, ['terms', version]])
    assert.equal(other.status, 422, version)
  }
  assert.equal((await world.post(path, newcomer)).status, 303)
  const rows = await world.db
    .selectFrom('terms_consent')
    .innerJoin('identity', 'identity.person_id', 'terms_consent.person_id')
    .select(['version', 'accepted_at'])
    .where('subject', '=', 'nouvelle@example.org')
    .execute()
  assert.equal(rows.length, 1)
  const acts = await world.db
    .selectFrom('journal_entry')
    .select(['object', 'payload'])
    .where('action', '=', 'terms.accepted')
    .execute()
  assert.ok(
    acts.every(({ object, payload }) => object === 'terms/1' && payload === '{"version":1}'),
  )
})

test('a newer version that asks stands before the next act, and what was typed goes through it', async () => {
  await sendTerms(world, admin, { text: 'Le texte d’après.' })
  const form = formOf({ body: 'Une remarque « gardée » & entière.' })
  const asked = await world.post(`${reportPath}/contributions`, form, iris)
  assert.equal(asked.status, 422)
  const page = await asked.text()
  assert.match(
    page,
    /Avant de continuer[^]*Le premier article dit autre chose[^]*Article 1, modifié/,
  )
  assert.match(page, /<ins[^>]*>[^]*d’après/)
  const version = await newestVersion(world)
  const unticked = await world.post(`${reportPath}/contributions`, sentOn(page), iris)
  assert.equal(unticked.status, 422)
  assert.match(await unticked.text(), /error-summary[^]*Cochez la case/)
  const accepted: [string, string][] = [...sentOn(page), ['terms', String(version)]]
  const published = await world.post(`${reportPath}/contributions`, accepted, iris)
  const shown = await textOf(world.get(`/fr/contributions/${numberIn(published)}`))
  assert.match(shown, /Une remarque « gardée » &amp; entière\./)
  assert.ok(await publish(world, iris), 'they are asked once')
})

test('one who does not accept still reads, withdraws, signs out and sets right what is theirs', async () => {
  const number = await publish(world, iris, { body: 'À retirer.' })
  await sendTerms(world, admin, { text: 'Encore un autre.' })
  for (const path of ['/fr/account', reportPath, `/fr/contributions/${number}/withdrawal`]) {
    assert.equal(await statusOf(world.get(path, iris)), 200, path)
  }
  assert.match(await textOf(world.get('/fr/account', iris)), /il vous sera demandé d’accepter/)
  const withdrawn = await world.post(`/fr/contributions/${number}/withdrawal`, [], iris)
  assert.equal(withdrawn.status, 303)
  assert.equal((await world.post('/fr/account/drafts/end', [], iris)).status, 303)
  const support = await world.post(`/fr/contributions/${number}/support`, [], iris)
  assert.match(await support.text(), /Avant de continuer/)
  const version = String(await newestVersion(world))
  assert.match(await textOf(world.get('/fr/terms', iris)), /name="terms"/)
  const none = await world.post('/fr/terms/consents', [], iris)
  assert.equal(none.status, 422)
  const accepted = await world.post('/fr/terms/consents', [['terms', version]], iris)
  assert.equal(accepted.headers.get('Location'), '/fr/terms?done=accepted-now')
  assert.match(await textOf(world.get('/fr/terms', iris)), /Vous avez accepté la version/)
  const again = await world.post('/fr/terms/consents', [], iris)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /href="#terms"[^]* id="terms"/, 'the problem has its field')
})

test('a version that mends words asks nobody, and an older one is no longer enough', async () => {
  const before = await newestVersion(world)
  await sendTerms(world, admin, { text: 'Des mots corrigés.', asks: 'mends' })
  assert.ok(await publish(world, iris))
  const mila = await world.person({ name: 'Mila' })
  await sendTerms(world, admin, { text: 'Un changement qui compte.' })
  const late = await acceptTerms(world.db, mila.actor, String(before), new Date())
  assert.deepEqual(late, { ok: false, problem: 'terms-changed' })
  const stale = await world.linkFor('entretemps@example.org')
  const told = await world.post(stale, [
    ...newcomer.filter(([name]) => name !== 'terms'),
    ['terms', String(before)],
  ])
  assert.match(await told.text(), /Les conditions ont changé entre-temps/)
})

test('accepting twice at once is accepting once', async () => {
  const twice = await world.person({ name: 'Deux fois' })
  await sendTerms(world, admin, { text: 'Pour accepter deux fois.' })
  const ticked = String(await newestVersion(world))
  const done = await Promise.all(
    [1, 2, 3].map(() => acceptTerms(world.db, twice.actor, ticked, new Date())),
  )
  assert.ok(done.every(({ ok }) => ok))
  const acts = await world.db
    .selectFrom('journal_entry')
    .select('id')
    .where('action', '=', 'terms.accepted')
    .where('actor', '=', twice.actor.pseudonym)
    .where('object', '=', `terms/${ticked}`)
    .execute()
  assert.equal(acts.length, 1)
})

test('a link that signs somebody known in asks for nothing', async () => {
  const path = await world.linkFor('nouvelle@example.org')
  assert.doesNotMatch(await textOf(world.get(path)), /name="terms"/)
  assert.equal((await world.post(path, [])).status, 303)
})

test('nobody has to accept anything to leave, to take their data away, or to flag what is illegal', async () => {
  const lea = await world.person({ name: 'Léa' })
  const number = await publish(world, lea, { body: 'À signaler.' })
  const zoe = await world.person({ name: 'Zoé' })
  await sendTerms(world, admin, { text: 'Ce que Zoé n’accepte pas.' })
  const flagged = await world.post(`/fr/contributions/${number}/flag`, [], zoe)
  const appeal = `/fr/contributions/${number}/decisions/1/appeal`
  const contested = await world.post(appeal, [], zoe)
  for (const answer of [flagged, contested]) {
    assert.doesNotMatch(await answer.text(), /Avant de continuer/)
  }
  assert.equal(await statusOf(world.get('/fr/account/data.zip', zoe)), 200)
  const form: [string, string][] = [
    ['texts', 'withdrawn'],
    ['when', 'now'],
    ['word', 'effacer'],
  ]
  const erased = await world.post('/fr/account/erasure', form, zoe)
  assert.equal(erased.status, 303, await erased.text())
  const left = await world.db
    .selectFrom('terms_consent')
    .select('version')
    .where('person_id', '=', zoe.actor.personId ?? 0)
    .execute()
  assert.deepEqual(left, [], 'what they had accepted is forgotten with them')
})

test('whoever accepted an older one is told what each version changed since, in any language', async () => {
  const dora = await world.person({ name: 'Dora' })
  await sendTerms(world, admin, { text: 'Un texte de plus.' })
  const mended = await termsForm(world, { text: 'Un texte, de plus.', asks: 'mends' })
  const form = mended.map(([name, value]): [string, string] =>
    name === 'summary.fr' ? [name, 'Une virgule.'] : [name, value],
  )
  assert.equal((await world.post('/fr/admin/terms', form, admin)).status, 303)
  const asked = (lang: string) =>
    textOf(world.post(`/${lang}/reports/petite-loi/contributions`, formOf(), dora))
  assert.match(
    await asked('fr'),
    /Ce que ces versions changent[^]*Une virgule\.[^]*Le premier article dit autre chose\./,
  )
  const english = await asked('en')
  assert.match(english, /Nothing has changed in your language[^]*Français/)
  assert.match(english, /lang="fr"[^]*Un texte, de plus/)
  assert.doesNotMatch(english, /say the same/)
})
