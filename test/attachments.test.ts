import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { attach, attached, hashesIn, jpeg, pdf, publishWith, sendWith, sha256 } from './attach.ts'
import { formOf, statusOf, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let iris: Somebody
let nour: Somebody
before(async () => {
  world = await openWorld()
  iris = await world.person({ name: 'Iris Colombier' })
  nour = await world.person({ name: 'Nour des Ormes' })
})
after(() => world.close())

const path = '/fr/reports/petite-loi/contributions'

test('a file that came with a form is kept while something else is wrong with it, and never sent twice', async () => {
  const refused = await sendWith(world, iris, {
    path,
    fields: formOf({ body: '' }),
    files: [{ name: 'C:\\photos\\place du marché.JPG', bytes: await jpeg() }],
  })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  const [hash = ''] = hashesIn(page)
  assert.match(page, /value="place du marché.JPG"/)
  assert.match(page, /Dites ce que montre/)

  const said = attached([hash], { name0: 'place du marché', alternative0: 'Une place vide' })
  const sent = await world.post(path, [...formOf({ body: 'Voyez.' }), ...said], iris)
  assert.equal(sent.status, 303)
  const number = /contributions\/(\d+)/.exec(sent.headers.get('Location') ?? '')?.[1]
  const shown = await textOf(world.get(`/fr/contributions/${number}`))
  assert.match(shown, /alt="Une place vide"/)
  assert.match(shown, /place du marché.jpg/)
  assert.match(shown, /width="60" height="40" loading="lazy"/)
})

test('without an alternative no picture is published, and a PDF needs none', async () => {
  const { hashes } = await attach(world, iris, [{ name: 'a.jpg', bytes: await jpeg(61) }])
  const unsaid = await world.post(
    path,
    [...formOf(), ...attached(hashes, { alternative0: ' ' })],
    iris,
  )
  assert.equal(unsaid.status, 422)
  const { number } = await publishWith(world, iris, [{ name: 'a.pdf', bytes: await pdf() }])
  const shown = await textOf(world.get(`/fr/contributions/${number}`))
  assert.match(shown, /fichier 1\.pdf<\/bdi>/)
  assert.match(shown, /\(PDF, 1.ko\)/)
})

test('files are moved up and taken away by buttons, without a script', async () => {
  const files = [
    { name: 'un.pdf', bytes: await pdf('un') },
    { name: 'deux.pdf', bytes: await pdf('deux') },
  ]
  const { hashes } = await attach(world, iris, files)
  const [one = '', two = ''] = hashes
  const press = async (name: string, value: string) =>
    hashesIn(
      await textOf(
        world.post(path, [...formOf({ step: '' }), ...attached(hashes), [name, value]], iris),
      ),
    )
  assert.deepEqual(await press('attachment-up', two), [two, one])
  assert.deepEqual(await press('attachment-remove', one), [two])
})

test('nobody attaches what they only know the hash of', async () => {
  const { hashes } = await publishWith(world, iris, [{ name: 'a.pdf', bytes: await pdf('à moi') }])
  const taken = await world.post(path, [...formOf(), ...attached(hashes)], nour)
  assert.equal(taken.status, 422)
  assert.match(await taken.text(), /n’est plus gardé ici/)
})

test('a sixth file is refused, and what was kept stays', async () => {
  const files = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (n) => ({ name: `${n}.pdf`, bytes: await pdf(`n° ${n}`) })),
  )
  const { hashes, page, status } = await attach(world, iris, files)
  assert.equal(status, 422)
  assert.equal(hashes.length, 5)
  assert.match(page, /5\sfichiers au plus\s: «\s6\.pdf\s»/u)
})

test('what is served is what was made anew, under its hash, in a place of its own', async () => {
  const bytes = await jpeg(70, 50)
  const { hashes } = await publishWith(world, iris, [{ name: 'é"\r\n.jpg', bytes }])
  const answer = await world.get(`/files/${hashes[0]}.jpg`)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('Content-Type'), 'image/jpeg')
  assert.equal(answer.headers.get('Content-Security-Policy'), "sandbox; default-src 'none'")
  assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff')
  assert.match(answer.headers.get('Content-Disposition') ?? '', /^inline; filename="fichier 1.jpg"/)
  assert.equal(sha256(new Uint8Array(await answer.arrayBuffer())), hashes[0])
  assert.equal(await statusOf(world.get(`/files/${hashes[0]}.png`)), 404)
  assert.equal(await statusOf(world.get(`/files/${'0'.repeat(64)}.jpg`)), 404)
  assert.equal(await statusOf(world.get('/files/..%2f..%2fetc%2fpasswd')), 404)
})

test('what waits with a form is its sender’s alone', async () => {
  const { hashes } = await attach(world, iris, [{ name: 'b.jpg', bytes: await jpeg(71) }])
  const address = `/files/${hashes[0]}.jpg`
  assert.equal(await statusOf(world.get(address, iris)), 200)
  assert.equal(await statusOf(world.get(address, nour)), 404)
  assert.equal(await statusOf(world.get(address)), 404)
})
