import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slip, text, workshop } from './change-by-hand.ts'
import { camille, editor, isSound, letter, list, textIn, whole, world } from './division-world.ts'
import { textOf } from './take-part.ts'

const page = (path: string) => textOf(world.get(path, editor))

test('both pieces are shown before anything is done', async () => {
  const { id } = await world.blockWith(list)
  assert.ok((await page(`${text}/${id}`)).includes(`${text}/${id}/split`))
  const asked = await page(`${text}/${id}/split`)
  assert.equal(asked.match(/type="radio"/g)?.length, 2, 'where its sentences end')
  assert.doesNotMatch(asked, /Couper là/)
  const was = await camille.written()
  const fields = await camille.fieldsOf(`${text}/${id}/split`)
  const looked = await camille.send(`${text}/${id}/split`, {
    ...fields,
    ...slip,
    cut: '2',
    step: 'preview',
  })
  assert.equal(looked.status, 200)
  const preview = await looked.text()
  assert.match(
    preview,
    /Premier morceau[^]*chaque année\.[^]*Second morceau[^]*La liste est gratuite/,
  )
  assert.match(preview, /Couper là/)
  assert.ok(preview.includes(`value="${fields['other']}"`), 'the same form is sent again')
  assert.deepEqual(await camille.written(), was)
})

test('a passage is split in two by one change, and undone to the letter', async () => {
  const { id, sentences } = await world.blockWith(list)
  const before = await camille.order()
  const [first, second] = await camille.split(list, 1)
  assert.equal(first, id)
  assert.equal(await textIn(list), 'Chaque commune publie la liste de ses services.')
  const piece = await world.blockWith('Elle la met à jour')
  assert.equal(piece.id, second)
  assert.deepEqual(
    piece.sentences.map(({ n }) => n),
    [1, 2],
  )
  const at = before.indexOf(id)
  assert.deepEqual(await camille.order(), before.toSpliced(at + 1, 0, second))
  const change = await camille.lastChange()
  assert.deepEqual(
    [change?.operation, change?.block_id, change?.before_text, change?.sentences_before],
    ['split-block', id, whole, [2, 3]],
  )
  const done = await page(`${text}/${id}?done=split`)
  assert.match(done, /Le passage est coupé en deux/)
  assert.ok(done.includes(`${workshop}/changes/${change?.id}/undoing`))
  assert.match(await page(`${text}/${second}`), /Passage coupé en deux/, 'it says where it is from')
  assert.match(await page(`${workshop}/changes`), /Passage coupé en deux/)
  assert.match(await page(text), /Détaché/)
  await isSound()

  const undoing = await page(`${workshop}/changes/${change?.id}/undoing`)
  assert.match(undoing, /Le changement précédent est annulé/)
  await camille.undo()
  const again = await world.blockWith(list)
  assert.equal(again.text, whole)
  assert.deepEqual(await camille.order(), before)
  assert.deepEqual(
    again.sentences.map(({ start, end }) => [start, end]),
    sentences.map(({ start, end }) => [start, end]),
  )
  assert.equal((await world.get(`${text}/${second}`, editor)).status, 200)
  await isSound()
})

test('a list item and the one after it become one, and are two again', async () => {
  const next = 'Un sigle'
  const was = [await world.blockWith(letter), await world.blockWith(next)]
  const [first, second] = await camille.merge(letter)
  assert.deepEqual([first, second], [was[0]?.id, was[1]?.id])
  const merged = await world.blockWith(letter)
  assert.equal(merged.text, 'Une lettre tient en une page. Un sigle y est développé.')
  assert.deepEqual(
    merged.sentences.map(({ n }) => n),
    [1, 2],
  )
  const change = await camille.lastChange()
  assert.deepEqual([change?.operation, change?.sentences_after], ['merge-blocks', [2]])
  const away = await page(`${text}/${second}`)
  assert.match(away, /fait maintenant partie/)
  assert.ok(away.includes(`${text}/${first}"`), 'it leads to the passage that has its words')
  assert.match(await page(text), /Réuni ici au passage ci-dessus/)
  await isSound()
  await camille.undo()
  const now = [await world.blockWith(letter), await world.blockWith(next)]
  assert.deepEqual(
    now.map(({ id, text: says, sentences }) => [id, says, sentences]),
    was.map(({ id, text: says, sentences }) => [id, says, sentences]),
  )
  await isSound()
})

async function sentTwice(path: string, fields: Record<string, string>): Promise<void> {
  assert.equal((await camille.send(path, fields)).status, 303)
  const was = await camille.written()
  const again = await camille.send(path, fields)
  assert.equal(again.status, 303, await again.text())
  assert.deepEqual(await camille.written(), was)
}

test('a second click does nothing more', async () => {
  const { id } = await world.blockWith(list)
  const splitting = {
    ...(await camille.fieldsOf(`${text}/${id}/split`)),
    ...slip,
    cut: '1',
    step: 'apply',
  }
  await sentTwice(`${text}/${id}/split`, splitting)
  const split = (await camille.lastChange())?.id ?? 0
  await sentTwice(`${workshop}/changes/${split}/undoing`, slip)
  assert.equal(await textIn(list), whole)
  const undone = await world.get(`${workshop}/changes/${split}/undoing`, editor)
  assert.equal(undone.headers.get('Location'), `${text}/${id}?done=undone`)

  const { id: item } = await world.blockWith(letter)
  const merging = { ...(await camille.fieldsOf(`${text}/${item}/merger`)), ...slip }
  await sentTwice(`${text}/${item}/merger`, merging)
  await camille.undo()
})

test('the second piece never takes an id that is known, nor is another passage taken for it', async () => {
  const { id } = await world.blockWith(list)
  const fields = await camille.fieldsOf(`${text}/${id}/split`)
  const typed = { ...fields, ...slip, cut: '1', reason: 'À garder.' }
  const { id: elsewhere } = await world.blockWith(letter)
  const { id: follower } = await world.blockWith('Un service sans nom')
  for (const other of [elsewhere, follower, id]) {
    for (const step of ['apply', 'preview']) {
      const asked = () => camille.send(`${text}/${id}/split`, { ...typed, other, step })
      const refused = await camille.refused(asked, /n’est pas celui de ce passage/, 'À garder.')
      assert.ok(
        !refused.includes(`name="other" value="${other}"`),
        'sent again, it is another form',
      )
    }
  }
  await camille.split(list, 1, { other: fields['other'] ?? '' })
  await camille.undo()
  await camille.split(list, 1, { other: fields['other'] ?? '' })
  assert.notEqual((await world.blockWith('Elle la met à jour')).id, fields['other'])
  await camille.undo()
})

const attempt = (path: string, typed: Record<string, string>) => () =>
  camille.send(path, { ...slip, step: 'apply', ...typed })

test('what cannot be cut, or become one, is refused with its reason', async () => {
  const { id } = await world.blockWith(list)
  const fields = await camille.fieldsOf(`${text}/${id}/split`)
  const splitting = `${text}/${id}/split`
  for (const cut of ['', '3', '99', 'x', '1.5', '-1']) {
    await camille.refused(
      attempt(splitting, { ...fields, cut, reason: 'À garder.' }),
      /Choisissez où le passage doit être coupé/,
      'À garder.',
    )
  }
  await camille.refused(
    attempt(splitting, { ...fields, cut: '1', erratum: '' }),
    /Nommez au moins une cause/,
    'Couper là',
  )
  await camille.refused(
    attempt(splitting, { ...fields, cut: '1', read: 'f'.repeat(64) }),
    /Quelqu’un l’a changé depuis/,
  )
  const { id: heading } = await world.blockWith('Article 1 -')
  assert.match(await page(`${text}/${heading}/split`), /n’a pas d’endroit où le couper/)
  assert.match(await page(`${text}/${heading}/merger`), /Un passage ne se réunit qu’à celui/)
  assert.doesNotMatch(await page(`${text}/${heading}`), /Le couper en deux|Le réunir/)
  const last = await world.blockWith('Une réponse tardive')
  assert.match(await page(`${text}/${last.id}/merger`), /Un passage ne se réunit qu’à celui/)
  const other = await camille.fieldsOf(`${text}/${heading}`)
  await camille.refused(
    attempt(`${text}/${heading}/merger`, { ...other, read: 'f'.repeat(64) }),
    /Quelqu’un l’a changé depuis/,
  )
  const { id: item } = await world.blockWith(letter)
  const merging = await camille.fieldsOf(`${text}/${item}/merger`)
  assert.equal((await camille.edit('Un sigle', { wording: 'Un sigle est dit.' })).status, 303)
  await camille.refused(attempt(`${text}/${item}/merger`, merging), /Quelqu’un l’a changé depuis/)
})

test('what was merged away is changed no more, and says where it went', async () => {
  const { id } = await world.blockWith('Un sigle')
  const edits = await camille.fieldsOf(`${text}/${id}`)
  const removal = await camille.fieldsOf(`${text}/${id}/removal`)
  await camille.merge(letter)
  const wording = 'Un sigle est expliqué.'
  for (const [act, fields] of [
    ['edits', { ...edits, wording, step: 'apply' }],
    ['removal', removal],
    ['move', removal],
    ['split', { ...removal, cut: '1', step: 'apply' }],
    ['merger', { ...removal, other: id }],
  ] as const) {
    await camille.refused(
      () => camille.send(`${text}/${id}/${act}`, { ...slip, ...fields, reason: 'À garder.' }),
      /a réuni ce passage à un autre/,
      'À garder.',
    )
  }
  for (const act of ['', '/removal', '/move', '/split', '/merger'])
    assert.match(await page(`${text}/${id}${act}`), /fait maintenant partie/, act)
  assert.equal((await world.get(`${text}/${id}/return?after=${id}`, editor)).status, 404)
  assert.equal((await camille.send(`${text}/${id}/return`, { ...slip, after: id })).status, 404)
  await camille.undo()
})
