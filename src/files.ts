import { Hono, type Context } from 'hono'
import { fileNameOf, filesPath, findFile, readFileName, type Holder } from './attachments/index.ts'
import { can } from './permissions.ts'
import { NotFound } from './platform/http/problems.ts'
import type { Env } from './request.ts'

/** Opened alone, a file runs nothing, loads nothing and belongs to no site. */
const confined = "sandbox; default-src 'none'"

const types = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const

/**
 * What contributions have attached, by the hash of its bytes: for everybody while a contribution that everybody may read
 * shows it, else for its author and whoever may read what waits, and for nobody else.
 */
export const fileRoutes = new Hono<Env>().get(`${filesPath}:name`, async (c) => {
  const { sha256, type, size, holder } = await requireFile(c)
  const bytes = await c.var.files.open(sha256)
  if (!bytes) throw new NotFound('file')
  const name = fileNameOf({ name: holder?.name ?? '', type })
  return c.body(bytes, 200, {
    'Content-Type': types[type],
    'Content-Length': String(size),
    'Content-Disposition': disposition(type === 'pdf' ? 'attachment' : 'inline', name),
    // Moderation may hide it at any moment: nobody keeps it longer than a page is read.
    'Cache-Control': holder?.shown ? 'public, max-age=60' : 'private, no-store',
  })
})

/** The file that the address names, with the contribution for which it may be read, if it is not one that waits with a form. */
async function requireFile(c: Context<Env>) {
  const named = readFileName(c.req.param('name') ?? '')
  const file = named && (await findFile(c.var.db, named.sha256))
  if (!named || file?.type !== named.type) throw new NotFound('file')
  const { holders, waitsFor, bytes } = file
  const holder = holders.find(({ shown }) => shown) ?? holders.find(mayRead(c))
  const waits = waitsFor.some((personId) => personId === c.var.actor.personId)
  if (!holder && !waits) throw new NotFound('file')
  return { ...named, size: bytes, holder }
}

/** Outermost: the headers of every page are set after those of a file. */
export function confineFiles() {
  return async (c: Context<Env>, next: () => Promise<void>) => {
    await next()
    if (c.req.path.startsWith(filesPath)) c.header('Content-Security-Policy', confined)
  }
}

function mayRead(c: Context<Env>) {
  return ({ reportId, authorId }: Holder) =>
    can(c.var.actor, 'contribution.read-pending', { reportId, authorId })
}

/** RFC 6266: a name that every browser reads, and the true one for those that know RFC 8187. */
function disposition(how: 'attachment' | 'inline', name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}
