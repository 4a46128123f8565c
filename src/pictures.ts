import { Hono, type Context } from 'hono'
import { findWaitingPicture } from './imports/index.ts'
import { can } from './permissions.ts'
import { NotFound } from './platform/http/problems.ts'
import { findPublishedPicture, findWorkingPicture } from './reports/index.ts'
import type { Env } from './request.ts'
import type { PictureType } from './text/index.ts'

const types: Readonly<Record<PictureType, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml; charset=utf-8',
}

const addresses = '/pictures/'

/** A drawing is a document: opened alone it runs nothing, loads nothing and belongs to no site. */
const confined = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/**
 * The pictures of figures, by their hash. Those that an edition shows are everybody's, for ever; the others
 * are there for whoever may open the workshop where they stand or wait, and for nobody else.
 */
export const pictureRoutes = new Hono<Env>().get(`${addresses}:name`, async (c) => {
  const named = readName(c.req.param('name'))
  if (!named) throw new NotFound('picture')
  const published = await findPublishedPicture(c.var.db, named.sha256, named.type)
  if (published) return send(c, named.type, published)
  const own = await findOwn(c, named)
  if (!own) throw new NotFound('picture')
  return send(c, named.type, own, 'private, no-store')
})

/** Outermost: the headers of every page are set after those of a picture. */
export function confinePictures() {
  return async (c: Context<Env>, next: () => Promise<void>) => {
    await next()
    if (c.req.path.startsWith(addresses)) c.header('Content-Security-Policy', confined)
  }
}

type Named = { sha256: Buffer; type: PictureType }

function readName(name: string): Named | null {
  const [, hash = '', ending = ''] = /^([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? []
  return isType(ending) ? { sha256: Buffer.from(hash, 'hex'), type: ending } : null
}

function isType(ending: string): ending is PictureType {
  return Object.hasOwn(types, ending)
}

async function findOwn(c: Context<Env>, named: Named): Promise<Buffer | undefined> {
  const { db, actor } = c.var
  const reports = actor.grants
    .flatMap(({ scope }) => (scope.kind === 'report' ? scope.id : []))
    .filter((reportId) => can(actor, 'workshop.open', { reportId }))
  return (
    (await findWorkingPicture(db, named, reports)) ?? (await findWaitingPicture(db, named, reports))
  )
}

function send(
  c: Context<Env>,
  type: PictureType,
  bytes: Buffer,
  caching = 'public, max-age=31536000, immutable',
) {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': types[type],
    'Cache-Control': caching,
  })
}
