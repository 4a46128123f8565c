import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { attach, pdf, sendWith } from './attach.ts'
import { formOf, type Somebody } from './take-part.ts'
import { openWorld, origin, type World } from './world.ts'

let world: World
let iris: Somebody
/** Where forms are received while this runs, and by nobody else. */
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-sent-'))
  process.env['TMPDIR'] = folder
  world = await openWorld()
  iris = await world.person({ name: 'Iris Colombier' })
})
after(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

const path = '/fr/reports/petite-loi/contributions'

test('200 MB are refused while they come, in bounded memory, with the words that came before them', async () => {
  const held = process.memoryUsage().rss
  let most = 0
  const answer = await sendEndless(200, () => {
    most = Math.max(most, process.memoryUsage().rss)
  })
  assert.equal(answer.status, 413)
  const page = await answer.text()
  assert.match(page, /lang="fr"/)
  assert.match(page, /Des mots que l’on ne veut pas écrire deux fois\./)
  assert.ok(most - held < 150_000_000, `${most - held} bytes`)
  assert.deepEqual(await leftOver(), [])
})

test('a file of 21 MB is refused by name, and the form goes on', async () => {
  const { status, page } = await attach(world, iris, [
    { name: 'gros.pdf', bytes: Buffer.concat([await pdf(), Buffer.alloc(21_000_000)]) },
  ])
  assert.equal(status, 422)
  assert.match(page, /gros\.pdf\s» est trop lourd/u)
  assert.match(page, /Une remarque\./)
})

test('what is broken off leaves nothing behind', async () => {
  const answer = await sendEndless(10, () => {}, true)
  assert.equal(answer.status, 400)
  assert.deepEqual(await leftOver(), [])
})

test('other forms take no files and no more than they did', async () => {
  const answer = await sendWith(world, iris, {
    path: '/fr/account/profile',
    fields: [['name', 'Iris']],
    files: [{ name: 'a', bytes: Buffer.alloc(3_000_000) }],
  })
  assert.equal(answer.status, 413)
})

test('whoever is signed out keeps their words, and is told to choose the file again', async () => {
  const answer = await sendWith(world, undefined, {
    path,
    fields: formOf({ body: 'Mes mots.' }),
    files: [{ name: 'a.pdf', bytes: await pdf() }],
  })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /Mes mots\./)
  assert.match(page, /a\.pdf/)
})

async function leftOver(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('vivace-received-'))
}

/** Sends a form whose file has so many megabytes, piece by piece. */
function sendEndless(megabytes: number, heard: () => void, broken = false): Promise<Response> {
  const mark = 'the-boundary-of-a-form'
  const field = (name: string, value: string) =>
    `--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head = [
    ...formOf({ body: 'Des mots que l’on ne veut pas écrire deux fois.' }).map(([name, value]) =>
      field(name, value),
    ),
    `--${mark}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-`,
  ].join('')
  let sent = 0
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    pull: (controller) => {
      heard()
      if (sent < megabytes) controller.enqueue(Buffer.alloc(1_000_000))
      else if (broken) controller.error(new Error('gone'))
      else controller.close()
      sent += 1
    },
  })
  const headers = {
    Origin: origin,
    Cookie: iris.cookie,
    'Content-Type': `multipart/form-data; boundary=${mark}`,
  }
  const init = { method: 'POST', headers, body, duplex: 'half' as const }
  return Promise.resolve(world.app.request(new Request(`${origin}${path}`, init)))
}
