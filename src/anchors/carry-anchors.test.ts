import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, BlockKind } from '../text/index.ts'
import type { Standing } from './anchor.ts'
import { carryAnchors, type Stood, type Texts } from './carry-anchors.ts'
import type { Step } from './follow-block.ts'

const block = (id: string, text: string, kind: BlockKind = 'paragraph'): Block => ({
  id,
  kind,
  level: kind === 'paragraph' ? 0 : 1,
  number: null,
  text,
  marks: [],
  sentences: [],
  nextSentence: 1,
})
const part = (id: string, text: string) => block(id, text, 'part')

const list = 'Chaque commune publie la liste des services qu’elle rend. La liste tient en une page.'
const letters = 'Toute demande reçoit une réponse motivée. Le délai est de trois mois au plus.'
const lamps = 'Les lampes des rues s’éteignent à minuit, sauf près des gares et des hôpitaux.'
const old = [
  part('p1', 'Première partie'),
  block('b1', list),
  part('p2', 'Seconde partie'),
  block('b2', letters),
  block('b3', lamps),
]

const stoodOn = (blockId: string, words: string, more: Partial<Stood> = {}): Stood => {
  const text = old.find(({ id }) => id === blockId)?.text ?? ''
  const start = text.indexOf(words)
  const place = { blockId, start, end: start + words.length }
  return {
    number: 1,
    state: 'exact',
    place,
    homeId: null,
    rule: 'as-written',
    score: 1,
    doubtful: false,
    exact: words,
    readIn: blockId,
    readUnder: blockId === 'b1' ? 'p1' : 'p2',
    amends: false,
    last: null,
    ...more,
  }
}

const step = (operation: Step['operation'], blockId: string, more: Partial<Step> = {}): Step => ({
  operation,
  blockId,
  before: null,
  after: '',
  block: null,
  otherBlock: null,
  ...more,
})

function carry(stood: Stood, now: Block[], steps: Step[] = [], from: Texts['old'] = old) {
  const [standing] = carryAnchors([stood], { old: from, now, steps })
  assert.ok(standing)
  return standing
}

const wordsOf = ({ place }: Standing, now: Block[]) =>
  now.find(({ id }) => id === place?.blockId)?.text.slice(place?.start, place?.end)

/** The old text with one block otherwise. */
const withBlock = (id: string, text: string) =>
  old.map((one) => (one.id === id ? { ...one, text } : one))

test('a passage whose block says the same stands as it stood, whatever happens elsewhere', () => {
  const now = withBlock('b2', 'Tout autre chose, du début à la fin.')
  const standing = carry(stoodOn('b1', 'la liste des services'), now)
  assert.deepEqual(
    { ...standing, place: null },
    {
      number: 1,
      state: 'exact',
      place: null,
      homeId: null,
      rule: 'unchanged',
      score: 1,
      doubtful: false,
    },
  )
  assert.equal(wordsOf(standing, now), 'la liste des services')
})

test('words are followed through each recorded change, also where their sentence was amended twice', () => {
  const first = 'En 2027, la liste tient en une page.'
  const second = 'En 2027, la liste tient en deux pages lisibles.'
  const now = withBlock('b1', list.replace('La liste tient en une page.', second))
  const steps = [
    step('replace-sentences', 'b1', { before: 'La liste tient en une page.', after: first }),
    step('replace-sentences', 'b1', { before: first, after: second }),
  ]
  const standing = carry(stoodOn('b1', 'liste tient en'), now, steps)
  assert.deepEqual([standing.state, standing.rule, standing.score], ['exact', 'recorded', 1])
  assert.equal(wordsOf(standing, now), 'liste tient en')
  const edited = carry(stoodOn('b1', 'La liste tient en une page.'), now, steps)
  assert.deepEqual([edited.state, edited.rule, edited.doubtful], ['edited', 'recorded', true])
  assert.equal(wordsOf(edited, now), second)
})

test('a whole passage stays whole, however it grows', () => {
  const now = withBlock('b3', `${lamps} Les habitants le demandent.`)
  const edit = step('edit-block', 'b3', {
    before: lamps,
    after: now[4]?.text ?? '',
    block: now[4] ?? null,
  })
  const standing = carry(stoodOn('b3', lamps), now, [edit])
  assert.deepEqual(
    [standing.state, standing.rule, standing.doubtful],
    ['edited', 'recorded', false],
  )
  assert.equal(wordsOf(standing, now), now[4]?.text)
})

test('a sentence that became another block is found there, words and all', () => {
  const [kept, gone] = [
    'Chaque commune publie la liste des services qu’elle rend.',
    'La liste tient en une page.',
  ]
  const now = [...withBlock('b1', kept).slice(0, 2), block('n1', gone), ...old.slice(2)]
  const edit = step('edit-block', 'b1', { before: list, after: kept, block: now[1] ?? null })
  const insert = step('insert-block', 'n1', { after: gone, block: now[2] ?? null })
  const standing = carry(stoodOn('b1', gone), now, [edit, insert])
  assert.deepEqual(
    [standing.state, standing.place?.blockId, standing.rule],
    ['exact', 'n1', 'became'],
  )
})

test('a block that an editor put under another heading has moved, and nobody need look', () => {
  const now = [...old.slice(0, 2), old[4]!, ...old.slice(2, 4)]
  const moved = carry(stoodOn('b3', 'Les lampes des rues'), now, [step('move-block', 'b3')])
  assert.deepEqual([moved.state, moved.rule, moved.doubtful], ['moved', 'unchanged', false])
  const within = [...old.slice(0, 3), old[4]!, old[3]!]
  assert.equal(
    carry(stoodOn('b3', 'Les lampes'), within, [step('move-block', 'b3')]).state,
    'exact',
  )
})

test('words that the record replaced are rewritten: the paragraph in their place is named', () => {
  const now = withBlock('b2', 'Nul ne reste sans nouvelles. Le délai est de trois mois au plus.')
  const edit = step('replace-sentences', 'b2', {
    before: 'Toute demande reçoit une réponse motivée.',
    after: 'Nul ne reste sans nouvelles.',
    block: now[3] ?? null,
  })
  const standing = carry(stoodOn('b2', 'Toute demande reçoit une réponse motivée.'), now, [edit])
  assert.deepEqual(
    [standing.state, standing.rule, standing.doubtful],
    ['rewritten', 'recorded', true],
  )
  assert.equal(wordsOf(standing, now), now[3]?.text)
})

test('what an amendment itself put in the place of its passage is no doubt', () => {
  const [before, after] = [
    'Toute demande reçoit une réponse motivée.',
    'Nul ne reste sans nouvelles.',
  ]
  const now = withBlock('b2', letters.replace(before, after))
  const fate = (contributionNumber: number, amends: boolean) => {
    const causes = [{ kind: 'contribution' as const, contributionNumber, added: false }]
    const steps = [step('replace-sentences', 'b2', { before, after, causes })]
    return pick(carry(stoodOn('b2', before, { amends }), now, steps))
  }
  assert.deepEqual(fate(1, true), ['rewritten', 'recorded', false])
  assert.deepEqual(fate(2, true), ['rewritten', 'recorded', true])
  assert.deepEqual(fate(1, false), ['rewritten', 'recorded', true])
})

test('what stands nowhere is an orphan of its heading, or of the nearest that is left', () => {
  const removed = carry(stoodOn('b3', lamps), old.slice(0, 4), [step('remove-block', 'b3')])
  assert.deepEqual([removed.state, removed.place, removed.homeId], ['orphan', null, 'p2'])
  const shorter = carry(stoodOn('b3', lamps), old.slice(0, 2))
  assert.deepEqual([shorter.state, shorter.homeId, shorter.doubtful], ['orphan', 'p1', true])
})

test('a wording that stands at two places is an orphan, never a guess', () => {
  const line = 'Il en est de même pour toute demande écrite.'
  const whole = `${list} ${line}`
  const from = [part('p1', 'Un'), block('b1', whole), block('b3', lamps)]
  const now = [
    part('p1', 'Un'),
    block('b1', list),
    block('b3', lamps),
    block('n1', `Le maire signe ce qui suit et le publie au plus tard en mai. ${line}`),
    block('n2', `Les quais restent ouverts aux marcheurs pendant les travaux. ${line}`),
  ]
  const edit = step('edit-block', 'b1', { before: whole, after: list, block: now[1] ?? null })
  const place = { blockId: 'b1', start: whole.indexOf(line), end: whole.length }
  const standing = carry({ ...stoodOn('b1', ''), exact: line, place }, now, [edit], from)
  assert.deepEqual([standing.state, standing.rule, standing.homeId], ['orphan', 'ambiguous', 'p1'])
})

test('a block that is put back has its contributions again; what was left stays left', () => {
  const place = { blockId: 'b3', start: 0, end: 10 }
  const orphan = stoodOn('b3', '', {
    state: 'orphan',
    place: null,
    exact: lamps.slice(0, 10),
    last: { ...place, text: lamps },
    rule: 'left',
    homeId: 'p2',
  })
  const without = old.slice(0, 4)
  const back = carry(orphan, old, [step('insert-block', 'b3', { block: old[4] ?? null })], without)
  assert.deepEqual(
    [back.state, back.place, back.rule, back.doubtful],
    ['exact', place, 'put-back', false],
  )
  const still = carry(orphan, without, [], without)
  assert.deepEqual(
    [still.state, still.homeId, still.doubtful, still.rule],
    ['orphan', 'p2', false, 'unchanged'],
  )
})

test('what nobody looked at stays to be looked at; what was decided does not come back', () => {
  const waits = stoodOn('b2', 'Le délai est', {
    state: 'rewritten',
    exact: 'Autrefois on répondait',
    doubtful: true,
  })
  assert.deepEqual(pick(carry(waits, [...old])), ['rewritten', 'unchanged', true])
  const decided = { ...waits, doubtful: false, rule: 'confirmed' as const }
  assert.deepEqual(pick(carry(decided, [...old])), ['rewritten', 'unchanged', false])
})

test('words that come back in a reworded block are found again', () => {
  const stood = stoodOn('b2', letters, {
    state: 'rewritten',
    exact: 'La mairie répond à chacun en trois mois',
    score: 0,
  })
  const now = withBlock('b2', 'Depuis toujours, la mairie répond à chacun en trois mois.')
  const edit = step('edit-block', 'b2', {
    before: letters,
    after: now[3]?.text ?? '',
    block: now[3] ?? null,
  })
  assert.deepEqual(pick(carry(stood, now, [edit])), ['edited', 'put-back', false])
})

const pick = ({ state, rule, doubtful }: Standing) => [state, rule, doubtful]

test('what was moved and stands again where it was read is no longer said to have moved', () => {
  const stood = stoodOn('b3', 'Les lampes des rues', { state: 'moved' })
  const back = carry(
    stood,
    old,
    [step('move-block', 'b3')],
    [...old.slice(0, 2), ...old.slice(4), ...old.slice(2, 4)],
  )
  assert.deepEqual([back.state, back.rule], ['exact', 'unchanged'])
})
