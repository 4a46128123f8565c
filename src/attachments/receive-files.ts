import type { Context } from 'hono'
import { can } from '../permissions.ts'
import type { Env } from '../request.ts'
import { attachmentLimits, cleanName, type FileProblem } from './attachment.ts'
import { attachmentField, nameField, refusedField, parseAttachments } from './forms.ts'
import { keepFile } from './keep-file.ts'
import type { SentFile } from '../platform/files/sent-file.ts'
import { hearForm } from './hear-form.ts'
import { listHeld } from './store.ts'

/** The forms that files can come with. */
const patterns = [
  /^\/[a-z]+\/reports\/[^/]+\/contributions$/,
  /^\/[a-z]+\/reports\/[^/]+\/passages\/[^/]+\/(?:contributions|amendments)$/,
  /^\/[a-z]+\/contributions\/[^/]+\/(?:replies|revisions)$/,
]

/** A form that may bring files along, and is sent as browsers send those. */
export function bringsFiles({ req }: Context<Env>): boolean {
  const type = req.header('Content-Type') ?? ''
  return (
    req.method === 'POST' &&
    /^multipart\/form-data\b/i.test(type) &&
    patterns.some((pattern) => pattern.test(req.path))
  )
}

/**
 * Takes the files off a form as it comes: what goes on is a form of words, `c.var.sentFiles` has where the files lie, and they
 * are gone once it is answered. `refuse` answers one that is too long, with the words that came before that.
 */
export async function takeFilesOff(
  c: Context<Env>,
  next: () => Promise<void>,
  refuse: (typed: HeardFields) => Promise<Response>,
): Promise<Response | void> {
  const { fields, files, tooLarge, forget } = await hearForm(
    c.req.raw,
    c.var.actor.personId !== null,
  )
  try {
    if (tooLarge) return await refuse(fields)
    c.req.raw = formOfWords(c.req.raw, fields)
    c.set('sentFiles', files)
    await next()
  } finally {
    await forget()
  }
}

export type HeardFields = readonly (readonly [name: string, value: string])[]

function formOfWords(raw: Request, fields: HeardFields): Request {
  const headers = new Headers(raw.headers)
  headers.delete('Content-Length')
  headers.set('Content-Type', 'application/x-www-form-urlencoded')
  const words = new URLSearchParams()
  for (const [name, value] of fields) words.append(name, value)
  return new Request(raw.url, { method: raw.method, headers, body: words.toString() })
}

/**
 * Keeps the files that came with a form for whoever sent it, before anything else is asked of them: the form then names
 * them by their hashes, as if they had been sent before, or says why one was not received. No other answer loses them.
 */
export function receiveFiles() {
  return async (c: Context<Env>, next: () => Promise<void>): Promise<void> => {
    const sent = c.var.sentFiles ?? []
    if (sent.length === 0) return next()
    const form = await c.req.formData()
    const room = { count: 0, bytes: 0 }
    const { personId } = c.var.actor
    if (personId !== null) Object.assign(room, await measure(c, form, personId))
    for (const file of sent) {
      const kept = await receive(c, file, room)
      if (!kept.ok) form.append(refusedField, `${kept.problem} ${kept.name}`)
      else if (!form.getAll(attachmentField).includes(kept.sha256)) {
        form.append(attachmentField, kept.sha256)
        form.append(nameField(kept.sha256), kept.name)
        room.count += 1
        room.bytes += file.bytes
      }
    }
    return next()
  }
}

type Room = { count: number; bytes: number }

/** How many files the form has already. */
async function measure(c: Context<Env>, form: FormData, personId: number): Promise<Room> {
  const named = Object.fromEntries([[attachmentField, form.getAll(attachmentField)]])
  const hashes = parseAttachments(named).attachments.map(({ sha256 }) => sha256)
  const held = [...(await listHeld(c.var.db, personId, hashes)).values()]
  return { count: held.length, bytes: held.reduce((sum, { bytes }) => sum + bytes, 0) }
}

async function receive(c: Context<Env>, file: SentFile, room: Room) {
  const { db, actor, files, now } = c.var
  const refuse = (problem: FileProblem) => ({
    ok: false as const,
    problem,
    name: cleanName(file.name),
  })
  if (actor.personId === null) return refuse('signed-out')
  if (!can(actor, 'contribution.submit', null)) return refuse('not-kept')
  if (room.count >= attachmentLimits.count) return refuse('too-many-files')
  if (room.bytes + file.bytes > attachmentLimits.together) return refuse('too-much-together')
  return keepFile(db, file, { files, personId: actor.personId }, now)
}
