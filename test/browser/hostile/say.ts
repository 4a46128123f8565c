import assert from 'node:assert/strict'
import type { PlacedBlock } from '../../../src/reports/index.ts'
import { newKey, numberIn, type Fields, type Somebody } from '../../take-part.ts'
import type { World } from '../../world.ts'
import { fit, type Vector } from './vectors.ts'

type Saying = { slug: string; blocks: readonly PlacedBlock[]; vector: Vector }

/** What somebody said of one vector: numbers of contributions, of which one may be an amendment. */
export type Said = {
  numbers: readonly number[]
  amendment: number | null
  as: Somebody
  passage: string
}

const kinds = [
  'remark',
  'question',
  'argument',
  'source',
  'local-success',
  'new-proposition',
  'amendment',
] as const

/** Somebody whose name and organisation are the vector says it in three of the kinds, of the passage that says it. */
export async function say(world: World, saying: Saying): Promise<Said> {
  const { slug, blocks, vector } = saying
  const as = await world.person({ name: `Autrice de ${vector.number}` })
  await name(world, vector, as)
  const passage = blocks.find(({ text }) => text.startsWith(`Dit ${vector.number} :`))?.id
  assert.ok(passage, `${slug} says ${vector.number}`)
  const numbers: number[] = []
  let amendment: number | null = null
  for (const nth of [0, 2, 5]) {
    const kind = kinds[(vector.number + nth) % kinds.length] ?? 'remark'
    const path = `/fr/reports/${slug}/${receiverOf(kind, passage)}`
    const form = { ...fieldsOf(vector), kind, edition: '1', key: newKey(), step: 'publish' }
    const sent = await world.post(path, Object.entries(form), as)
    assert.equal(sent.status, 303, `${kind} ${vector.text}\n${await sent.clone().text()}`)
    numbers.push(numberIn(sent))
    if (kind === 'amendment') amendment = numbers.at(-1) ?? null
  }
  return { numbers, amendment, as, passage }
}

/** As far as a name may be so; what is refused is looked at elsewhere. */
async function name(world: World, vector: Vector, as: Somebody): Promise<void> {
  const [name, organisation] = [fit(vector, 80), fit(vector, 120)]
  const profile = { name, organisation, side: 'citizen', locale: 'fr' }
  await world.post('/fr/account/profile', Object.entries(profile), as)
}

function receiverOf(kind: (typeof kinds)[number], passage: string): string {
  if (kind === 'amendment') return `passages/${passage}/amendments`
  const ofReport = kind === 'new-proposition' || kind === 'local-success'
  return ofReport ? 'contributions' : `passages/${passage}/contributions`
}

/** Each field that some kind has. */
export function fieldsOf(vector: Vector): Fields {
  const { text } = vector
  return {
    title: fit(vector, 200),
    body: text,
    explanation: text,
    link: `https://example.org/?${text.replaceAll(/[\s\p{C}]/gu, '')}`,
    place: fit(vector, 120),
    stance: 'for',
    sentence: '1',
    wording: text,
  }
}
