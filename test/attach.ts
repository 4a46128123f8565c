import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { codecs } from '../src/attachments/codecs.ts'
import { formOf, type Fields, type Somebody } from './take-part.ts'
import { origin, type World } from './world.ts'

export type Sent = { name: string; bytes: Uint8Array; type?: string }

/** A picture of that size with something to see in it. */
export function pointsOf(width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at += 4) {
    data.set([at % 251, (at >> 7) % 256, (at >> 11) % 256, 255], at)
  }
  return { data, width, height }
}

export async function pdf(words = 'Bonjour'): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage().drawText(words)
  return document.save()
}

export function jpeg(width = 60, height = 40): Promise<Uint8Array> {
  return codecs.jpeg.write(pointsOf(width, height))
}

/** Sends a form as browsers send it with files: fields first. */
export async function sendWith(
  { app }: Pick<World, 'app'>,
  as: Somebody | undefined,
  { path, fields, files }: { path: string; fields: [string, string][]; files: readonly Sent[] },
): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  for (const { name, bytes, type = 'application/octet-stream' } of files) {
    form.append('file', new File([new Uint8Array(bytes)], name, { type }))
  }
  return app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { Origin: origin, ...(as && { Cookie: as.cookie }) },
    body: form,
  })
}

/** The hashes of the files that a page's form has, in their order. */
export function hashesIn(page: string): string[] {
  return [...page.matchAll(/name="attachment" value="([0-9a-f]{64})"/g)].map(
    ([, sha256 = '']) => sha256,
  )
}

/** What a form says of files, as a browser sends it again. */
export function attached(hashes: readonly string[], said: Fields = {}): [string, string][] {
  return hashes.flatMap((sha256, at): [string, string][] => [
    ['attachment', sha256],
    [`attachment-name-${sha256}`, said[`name${at}`] ?? `fichier ${at + 1}`],
    [`attachment-alternative-${sha256}`, said[`alternative${at}`] ?? 'Une image'],
  ])
}

/** Sends files with the form of a remark, and returns what it has of them afterwards. */
export async function attach(
  world: World,
  as: Somebody,
  files: readonly Sent[],
  fields: Fields = {},
): Promise<{ hashes: string[]; page: string; status: number }> {
  const answer = await sendWith(world, as, {
    path: '/fr/reports/petite-loi/contributions',
    fields: formOf({ step: 'attach', ...fields }),
    files,
  })
  const page = await answer.text()
  return { hashes: hashesIn(page), page, status: answer.status }
}

/** Publishes a remark with these files; returns its number and their hashes. */
export async function publishWith(
  world: World,
  as: Somebody,
  files: readonly Sent[],
): Promise<{ number: number; hashes: string[] }> {
  const { hashes } = await attach(world, as, files)
  assert.equal(hashes.length, files.length)
  const sent = await world.post(
    '/fr/reports/petite-loi/contributions',
    [...formOf(), ...attached(hashes)],
    as,
  )
  assert.equal(sent.status, 303, await sent.text())
  const [, number] = /contributions\/(\d+)\/receipt/.exec(sent.headers.get('Location') ?? '') ?? []
  return { number: Number(number), hashes }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
