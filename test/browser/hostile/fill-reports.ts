import assert from 'node:assert/strict'
import { importReport } from '../../../src/imports/index.ts'
import { operator } from '../../../src/permissions.ts'
import { findReport, type PlacedBlock } from '../../../src/reports/index.ts'
import { grantRole, reportDomain } from '../../../src/roles/index.ts'
import { dayIn } from '../../keep-topics.ts'
import { publishFile } from '../../publish-file.ts'
import { previewOf } from '../../send-file.ts'
import { newKey, type Fields, type Somebody } from '../../take-part.ts'
import type { World } from '../../world.ts'
import { fieldsOf, say, type Said } from './say.ts'
import { fit, groupVectors, packs, type Vector } from './vectors.ts'
import { withhold as withholdAs } from '../../moderate.ts'
import { titlesOf, writeHtml, writeMarkdown, writeTitled } from './write-documents.ts'

/** A report whose passages, contributions and changes are the vectors of one group. */
export type Trapped = {
  slug: string
  vectors: readonly Vector[]
  editor: Somebody
  /** Its pages that nothing leads to. */
  preview: string
  /** What its own author contributed of each vector. */
  said: readonly Said[]
}

/** Every group as a report in HTML, which people speak of and editors change; and as another in Markdown. */
export async function fillReports(world: World): Promise<Trapped[]> {
  const groups = groupVectors()
  return Promise.all(groups.map((vectors, at) => fillReport(world, vectors, at)))
}

async function fillReport(world: World, vectors: readonly Vector[], at: number): Promise<Trapped> {
  const [, , ...titles] = titlesOf(vectors)
  const slug = `piege-${at}`
  const file = { name: 'piege.html', bytes: Buffer.from(writeHtml(vectors)) }
  const blocks = await publishFile(world, slug, file)
  const markdown = Buffer.from(writeMarkdown(vectors))
  await publishFile(world, `${slug}-markdown`, { name: 'piege.md', bytes: markdown })
  for (const [nth, title] of titles.entries()) {
    const bytes = Buffer.from(writeTitled(title))
    await publishFile(world, `${slug}-titre-${nth}`, { name: 'titre.html', bytes })
  }
  const editor = await editorOf(world, slug)
  const said: Said[] = []
  for (const vector of vectors) said.push(await say(world, { slug, blocks, vector }))
  const [thread] = said
  assert.ok(thread)
  const [first = 0, second = 0] = thread.numbers
  await reply(world, first, { vectors, said })
  await revise(world, slug, vectors)
  const edit = { world, slug, editor, vectors, blocks }
  await answerAll(
    edit,
    said.flatMap(({ amendment }) => amendment ?? []),
  )
  await withhold(edit, second)
  await insert(edit)
  await keepDates(edit)
  await putToDebate(edit)
  await bringTogether(edit, said)
  await readFiles(edit)
  await send(world, `/fr/workshop/reports/${slug}/editions`, { unanswered: 'confirmed' }, editor)
  await insert(edit)
  const name = `${packs(withoutSlash(vectors), 180)[0]}.html`
  const bytes = writeHtml(vectors.toReversed())
  const preview = await previewOf(
    world,
    { name, bytes, to: slug, reason: packs(vectors, 300)[0] ?? '' },
    editor,
  )
  return { slug, vectors, editor, preview, said }
}

async function editorOf(world: World, slug: string): Promise<Somebody> {
  const name = `Éditrice de ${slug}`
  const report = await findReport(world.db, slug)
  const { actor } = await world.person({ name })
  assert.ok(report)
  const granting = {
    personId: actor.personId ?? 0,
    role: 'editor-in-chief' as const,
    domain: reportDomain(report),
  }
  await grantRole(world.db, operator, granting, new Date())
  return world.person({ name })
}

/** Sends a form that is taken. */
export async function send(world: World, path: string, fields: Fields, as: { cookie: string }) {
  const sent = await world.post(path, Object.entries(fields), as)
  assert.equal(sent.status, 303, `${path} ${JSON.stringify(fields)}\n${await sent.clone().text()}`)
  return sent
}

type Replying = { vectors: readonly Vector[]; said: readonly Said[] }

/** Each vector under one contribution, by whoever has its name. */
async function reply(world: World, to: number, { vectors, said }: Replying): Promise<void> {
  for (const [at, vector] of vectors.entries()) {
    const as = said[at]?.as
    assert.ok(as)
    const fields = { ...fieldsOf(vector), kind: 'source', edition: '1', key: newKey() }
    await send(world, `/fr/contributions/${to}/replies`, { ...fields, step: 'publish' }, as)
  }
}

/** Four vectors as revisions of one contribution; the others as drafts, which their author's account shows. */
async function revise(world: World, slug: string, vectors: readonly Vector[]): Promise<void> {
  const as = await world.person({ name: `Récrivante de ${slug}` })
  const here = `/fr/reports/${slug}/contributions`
  const said = { kind: 'remark', edition: '1', body: 'Un.', key: newKey(), step: 'publish' }
  const sent = await send(world, here, said, as)
  const [, number] = /contributions\/(\d+)/.exec(sent.headers.get('Location') ?? '') ?? []
  for (const [at, { text: body }] of vectors.slice(0, 4).entries()) {
    const fields = { revision: String(at + 1), body, step: 'publish', key: newKey() }
    await send(world, `/fr/contributions/${number}/revisions`, fields, as)
  }
  for (const vector of vectors.slice(4)) {
    const title = fit(vector, 200)
    const draft = { kind: 'source', edition: '1', title, body: vector.text, key: newKey() }
    await world.post(here, Object.entries({ ...draft, step: 'draft' }), as)
  }
}

type Editing = {
  world: World
  slug: string
  editor: Somebody
  vectors: readonly Vector[]
  blocks: readonly PlacedBlock[]
}

async function answerAll({ world, slug, editor, vectors }: Editing, numbers: readonly number[]) {
  const [reason = ''] = packs(vectors, 10_000)
  const form = [
    ...numbers.map((number): [string, string] => ['c', String(number)]),
    ...numbers.map((number): [string, string] => ['revision', `${number}.1`]),
    ...Object.entries({ decision: 'accepted', reason }),
  ]
  const sent = await world.post(`/fr/workshop/reports/${slug}/answers`, form, editor)
  assert.equal(sent.status, 303, await sent.clone().text())
}

async function withhold({ world, editor, vectors }: Editing, number: number): Promise<void> {
  const [reason = ''] = packs(vectors, 4000)
  assert.equal((await withholdAs(world, editor, number, reason)).status, 303)
}

/** New passages of which the wording, the cited work, the link and the reason are vectors. */
async function insert({ world, slug, editor, vectors, blocks }: Editing): Promise<void> {
  for (const citation of packs(vectors, 300)) {
    const link = `https://example.org/?${citation.replaceAll(/[\s\p{C}]/gu, '')}`
    const fields = { wording: citation, citation, link, reason: citation, kind: 'paragraph' }
    const place = { after: blocks.at(-1)?.id ?? '', step: 'apply' }
    await send(
      world,
      `/fr/workshop/reports/${slug}/text/insertions`,
      { ...fields, ...place },
      editor,
    )
  }
}

async function keepDates({ world, slug, editor, vectors }: Editing): Promise<void> {
  for (const label of packs(vectors, 200)) {
    const link = `https://example.org/?${label.replaceAll(/[\s\p{C}]/gu, '')}`
    const fields = { kind: 'other', day: '3', month: '7', year: '2027', label, byWhom: label, link }
    await send(
      world,
      `/fr/workshop/reports/${slug}/calendar/events`,
      { ...fields, key: newKey() },
      editor,
    )
  }
}

/** The first again after the last. */
function nth(some: readonly string[], at: number): string {
  return some[at % some.length] ?? ''
}

/** As many topics as titles hold all vectors, with as many of them as fit into everything else that a topic says. */
async function putToDebate({ world, slug, editor, vectors, blocks }: Editing): Promise<void> {
  const [passage] = blocks
  assert.ok(passage)
  const here = `/fr/workshop/reports/${slug}/topics`
  const [assertions, questions] = [packs(vectors, 2000), packs(vectors, 500)]
  const [names, words] = [packs(vectors, 120), packs(vectors, 4000)]
  for (const [at, title] of packs(vectors, 200).entries()) {
    const said = {
      title,
      assertion: nth(assertions, at),
      questions: nth(questions, at).replaceAll(/[\n\r]+/g, ' '),
    }
    const testimony = {
      name: nth(names, at),
      about: nth(names, at),
      place: nth(names, at),
      words: nth(words, at),
    }
    const fields = { ...said, ...testimony, lang: 'fr', passage: passage.id, quote: '' }
    const sent = await send(world, here, { ...fields, key: newKey() }, editor)
    const topic = sent.headers.get('Location')?.replace(/[?].*$/, '') ?? ''
    const dates = { opensOn: dayIn(0), closesOn: dayIn(9) }
    const phase = { ...dates, label: nth(names, at), prompt: nth(assertions, at), key: newKey() }
    await send(world, `${topic}/phases`, phase, editor)
    await send(world, `${topic}/publication`, { revision: '1' }, editor)
  }
}

/** Groups and controversies whose titles, questions and positions are vectors, as many as there are titles of them. */
async function bringTogether(
  { world, slug, editor, vectors }: Editing,
  said: readonly Said[],
): Promise<void> {
  const here = `/fr/workshop/reports/${slug}`
  const [shared, leads, statements] = [
    packs(vectors, 1000),
    packs(vectors, 2000),
    packs(vectors, 500),
  ]
  for (const [at, title] of packs(vectors, 200).entries()) {
    const [first, second] = [said[2 * at]?.numbers[0], said[2 * at + 1]?.numbers[0]]
    if (first === undefined || second === undefined) return
    const members: [string, string][] = [
      ['c', String(first)],
      ['c', String(second)],
    ]
    const words = { title, shared: nth(shared, at), into: '', key: newKey() }
    const group = await world.post(`${here}/groups`, [...members, ...Object.entries(words)], editor)
    assert.equal(group.status, 303, await group.text())
    const controversy = {
      question: title,
      lead: nth(leads, at),
      'statement-1': nth(statements, at),
      'numbers-1': String(first),
      'statement-2': nth(statements, at + 1),
      'numbers-2': String(second),
      key: newKey(),
    }
    const laid = await send(world, `${here}/controversies`, controversy, editor)
    const draft = laid.headers.get('Location')?.replace(/[?].*$/, '') ?? ''
    await send(world, `${draft}/publication`, { read: '1' }, editor)
  }
}

/** Files whose names are vectors, each of which changed one word. */
async function readFiles({ world, slug, vectors }: Editing): Promise<void> {
  // An argument of a command ends at a NUL.
  const [authors = null, commissioner = null, licence = null] = packs(vectors, 200).map((pack) =>
    pack.replaceAll('\0', ''),
  )
  const about = {
    authors,
    commissioner,
    licence,
    editionPlannedFor: null,
    illustrative: true,
  }
  for (const name of packs(withoutSlash(vectors), 190).slice(0, 1)) {
    const bytes = Buffer.from(`# ${slug}\n\n## Partie\n\nUn mot : ${name.length} ${Date.now()}.\n`)
    const file = { name: `${name}.md`, bytes }
    const request = { slug: `${slug}-fichiers`, file, reason: name, propositionWords: [], about }
    const read = await importReport(world.db, operator, request, new Date())
    assert.ok(read.ok, `${name}: ${JSON.stringify(read)}`)
  }
}

function withoutSlash(vectors: readonly Vector[]): Vector[] {
  return vectors.filter(({ text }) => !/[\\/\0\p{Cc}]/u.test(text))
}
