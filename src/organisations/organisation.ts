import {
  checkLanguages,
  checkTerritory,
  helixSides,
  isReadableLine,
  type HelixSide,
} from '../people/index.ts'
import { isWebAddress } from '../platform/web-address.ts'
import { compose, isBlank } from '../text/index.ts'
import { readDomain, type DomainProblem } from './mail-domain.ts'
import { readSiret } from './siret.ts'

/** From where an organisation can speak: whoever is only a citizen speaks for themselves. */
export const organisationSides = helixSides.filter((side) => side !== 'citizen')

/** Characters. */
export const longestName = 120
export const longestDescription = 2000
const longestWebsite = 2000

/** What an organisation says of itself; all of it is public. */
export type OrganisationFacts = {
  name: string
  description: string | null
  helixSide: HelixSide
  /** A commune, a ministry, a public establishment: its representatives may hold a public office. */
  publicBody: boolean
  territory: string | null
  languages: string[]
  website: string | null
  siret: string | null
  mailDomain: string | null
}

export type VerifiedBy = 'domain' | 'siret' | 'administrator'

export type Verification = { at: Date; by: VerifiedBy; reason: string | null }

export type Organisation = OrganisationFacts & {
  id: number
  slug: string
  revision: number
  createdAt: Date
  /** Null while nobody has verified that it is who it says. */
  verified: Verification | null
}

/** What a form says of an organisation, as it was sent. */
export type TypedOrganisation = {
  name: string
  description: string
  side: string
  publicBody: string
  territory: string
  languages: string[]
  website: string
  siret: string
  mailDomain: string
}

export const nothingTyped: TypedOrganisation = {
  name: '',
  description: '',
  side: '',
  publicBody: '',
  territory: '',
  languages: [],
  website: '',
  siret: '',
  mailDomain: '',
}

export type OrganisationProblem =
  | 'no-name'
  | 'name-too-long'
  | 'name-unreadable'
  | 'description-too-long'
  | 'no-side'
  | 'no-public-body'
  | 'territory-too-long'
  | 'territory-unreadable'
  | 'website-unreadable'
  | 'siret-wrong'
  | DomainProblem

export type CheckedOrganisation =
  | { ok: true; facts: OrganisationFacts }
  | { ok: false; problems: OrganisationProblem[] }

/** Reads what an organisation says of itself; what may be left empty is null then. */
export function checkOrganisation(typed: TypedOrganisation): CheckedOrganisation {
  const problems: OrganisationProblem[] = []
  const take = <Value>(read: Read<Value>, otherwise: Value): Value => {
    if (read.ok) return read.value
    problems.push(read.problem)
    return otherwise
  }
  const facts: OrganisationFacts = {
    name: take(readName(typed.name), ''),
    description: take(readDescription(typed.description), null),
    helixSide: take(readSide(typed.side), 'association'),
    publicBody: take(readPublicBody(typed.publicBody), false),
    territory: take(readTerritory(typed.territory), null),
    languages: checkLanguages(typed.languages),
    website: take(readWebsite(typed.website), null),
    siret: take(readOptional(typed.siret, readNumber), null),
    mailDomain: take(readOptional(typed.mailDomain, readDomain), null),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts }
}

type Read<Value> = { ok: true; value: Value } | { ok: false; problem: OrganisationProblem }

function readSide(typed: string): Read<HelixSide> {
  const side = organisationSides.find((one) => one === typed)
  return side ? { ok: true, value: side } : { ok: false, problem: 'no-side' }
}

function readPublicBody(typed: string): Read<boolean> {
  if (typed !== 'yes' && typed !== 'no') return { ok: false, problem: 'no-public-body' }
  return { ok: true, value: typed === 'yes' }
}

function readTerritory(typed: string): Read<string | null> {
  const territory = compose(typed.trim())
  const problem = checkTerritory(territory)
  return problem ? { ok: false, problem } : { ok: true, value: territory || null }
}

function readOptional(typed: string, read: (typed: string) => Read<string>): Read<string | null> {
  return isBlank(typed) ? { ok: true, value: null } : read(typed)
}

function readName(typed: string): Read<string> {
  const name = compose(typed.trim())
  if (name === '') return { ok: false, problem: 'no-name' }
  if (Array.from(name).length > longestName) return { ok: false, problem: 'name-too-long' }
  return isReadableLine(name)
    ? { ok: true, value: name }
    : { ok: false, problem: 'name-unreadable' }
}

function readDescription(typed: string): Read<string | null> {
  const description = compose(typed.trim())
  if (Array.from(description).length > longestDescription) {
    return { ok: false, problem: 'description-too-long' }
  }
  return { ok: true, value: isBlank(description) ? null : description }
}

function readWebsite(typed: string): Read<string | null> {
  const website = typed.trim()
  if (website === '') return { ok: true, value: null }
  const readable = isWebAddress(website) && website.length <= longestWebsite
  return readable ? { ok: true, value: website } : { ok: false, problem: 'website-unreadable' }
}

function readNumber(typed: string): Read<string> {
  const siret = readSiret(typed)
  return siret === null ? { ok: false, problem: 'siret-wrong' } : { ok: true, value: siret }
}

/** What somebody verified is no longer what is said: the name, or what it was known by. */
export function losesVerification(before: OrganisationFacts, after: OrganisationFacts): boolean {
  return (
    before.name !== after.name ||
    before.siret !== after.siret ||
    before.mailDomain !== after.mailDomain
  )
}

export function isSameFacts(one: OrganisationFacts, other: OrganisationFacts): boolean {
  const parts = [
    'name',
    'description',
    'helixSide',
    'publicBody',
    'territory',
    'website',
    'siret',
    'mailDomain',
  ] as const
  return (
    parts.every((part) => one[part] === other[part]) &&
    one.languages.join(' ') === other.languages.join(' ')
  )
}

export function typedOf(facts: OrganisationFacts): TypedOrganisation {
  return {
    name: facts.name,
    description: facts.description ?? '',
    side: facts.helixSide,
    publicBody: facts.publicBody ? 'yes' : 'no',
    territory: facts.territory ?? '',
    languages: facts.languages,
    website: facts.website ?? '',
    siret: facts.siret ?? '',
    mailDomain: facts.mailDomain ?? '',
  }
}

const longestSlug = 60

/** What an address calls it: the letters and digits of its name, without their marks. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/œ/g, 'oe')
    .replaceAll(/æ/g, 'ae')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, longestSlug).replace(/-+$/, '') || 'organisation'
}

/** The first that nobody has: `name`, `name-2`, `name-3`… */
export function freeSlug(wished: string, taken: ReadonlySet<string>): string {
  for (let n = 2, slug = wished; ; n += 1) {
    if (!taken.has(slug)) return slug
    slug = `${wished}-${n}`
  }
}
