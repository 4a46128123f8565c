import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAtDomain, readDomain } from './mail-domain.ts'
import {
  checkOrganisation,
  freeSlug,
  losesVerification,
  nothingTyped,
  slugOf,
  type OrganisationFacts,
  type TypedOrganisation,
} from './organisation.ts'

const typed = (said: Partial<TypedOrganisation> = {}): TypedOrganisation => ({
  ...nothingTyped,
  name: ' Ville d’Essai ',
  side: 'political',
  publicBody: 'yes',
  ...said,
})

function factsOf(said: Partial<TypedOrganisation> = {}): OrganisationFacts {
  const checked = checkOrganisation(typed(said))
  assert.ok(checked.ok)
  return checked.facts
}

function problemsOf(said: Partial<TypedOrganisation>): string[] {
  const checked = checkOrganisation(typed(said))
  return checked.ok ? [] : checked.problems
}

test('an organisation needs a name, a side and to say whether it is a public body; nothing else', () => {
  assert.equal(factsOf().name, 'Ville d’Essai')
  assert.equal(factsOf().publicBody, true)
  assert.equal(factsOf({ publicBody: 'no' }).publicBody, false)
  assert.deepEqual(problemsOf({ ...nothingTyped }), ['no-name', 'no-side', 'no-public-body'])
  assert.deepEqual(problemsOf({ side: 'citizen' }), ['no-side'])
  assert.deepEqual(problemsOf({ publicBody: 'perhaps' }), ['no-public-body'])
})

test('everything that is wrong is said at once', () => {
  const wrong = { siret: '1', website: 'javascript:alert(1)', mailDomain: 'gmail.com' }
  assert.deepEqual(problemsOf({ ...wrong, name: 'a'.repeat(121), territory: '\u202ex' }), [
    'name-too-long',
    'territory-unreadable',
    'website-unreadable',
    'siret-wrong',
    'domain-free-mail',
  ])
  assert.deepEqual(problemsOf({ description: 'a'.repeat(2001) }), ['description-too-long'])
  assert.deepEqual(problemsOf({ name: '\u202etrap' }), ['name-unreadable'])
})

test('a domain is read as addresses have it, and free mail proves nothing', () => {
  assert.deepEqual(readDomain(' @Mairie-Essai.FR '), { ok: true, value: 'mairie-essai.fr' })
  assert.deepEqual(readDomain('forêt.example'), { ok: true, value: 'xn--fort-ipa.example' })
  for (const domain of ['fr', 'a b.fr', 'nom@mairie.fr', 'https://mairie.fr', '127.0.0.1', '']) {
    assert.deepEqual(readDomain(domain), { ok: false, problem: 'domain-unreadable' }, domain)
  }
  for (const domain of [
    'gmail.com',
    'Orange.fr',
    'mail.orange.fr',
    'mail.yahoo.fr',
    'yahoo.com.br',
    'hotmail.co.uk',
  ]) {
    assert.deepEqual(readDomain(domain), { ok: false, problem: 'domain-free-mail' }, domain)
  }
  for (const domain of ['pm.gov.au', 'laposte.fr', 'yahoo.mairie.fr']) {
    assert.deepEqual(readDomain(domain), { ok: true, value: domain })
  }
})

test('an address is at a domain where it ends in it, whole', () => {
  assert.ok(isAtDomain('nom@mairie.fr', 'mairie.fr'))
  assert.ok(!isAtDomain('nom@evil-mairie.fr', 'mairie.fr'))
  assert.ok(!isAtDomain('nom@mairie.fr.evil.org', 'mairie.fr'))
  assert.ok(!isAtDomain('mairie.fr@evil.org', 'mairie.fr'))
})

test('what was verified is lost with the name, the SIRET or the domain, and with nothing else', () => {
  const before = factsOf()
  const other = {
    description: 'Une ville.',
    territory: 'Ici',
    website: 'https://example.org',
    publicBody: 'no',
    side: 'academic',
    languages: ['fr'],
  }
  assert.ok(!losesVerification(before, factsOf(other)))
  assert.ok(losesVerification(before, factsOf({ name: 'Ville' })))
  assert.ok(losesVerification(before, factsOf({ siret: '73282932000074' })))
  assert.ok(losesVerification(before, factsOf({ mailDomain: 'mairie.example' })))
})

test('an address says the name in letters and digits, and is nobody else’s', () => {
  assert.equal(slugOf('Mairie des Aulnes-Basses'), 'mairie-des-aulnes-basses')
  assert.equal(slugOf('  Œuvre d’Été, 2ᵉ '), 'oeuvre-d-ete-2e')
  assert.equal(slugOf('مدينة'), 'organisation')
  assert.equal(slugOf('a'.repeat(100)).length, 60)
  assert.equal(freeSlug('ville', new Set(['ville', 'ville-2', 'village'])), 'ville-3')
})
