import type { Db } from '../platform/db/connect.ts'
import { isBlank } from '../text/index.ts'
import {
  attachmentLimits,
  cleanName,
  fileNameOf,
  isPicture,
  type Attachment,
  type FileProblem,
  type TypedAttachment,
} from './attachment.ts'
import { alternativeField, nameField, type RefusedFile, type SentAttachments } from './forms.ts'
import { listHeld, type StoredFile } from './store.ts'

/** A file as a form shows it; `file` null: it is not there for whoever sent the form. */
export type FormItem = TypedAttachment & { file: StoredFile | null }

/** What is wrong with one of the files of a form, and by which control it is said. */
export type AttachmentProblem = {
  problem: FileProblem | 'no-name' | 'name-too-long' | 'no-alternative' | 'alternative-too-long'
  field: string
  name: string
}

export type AttachedForm = {
  items: FormItem[]
  problems: AttachmentProblem[]
  arranged: boolean
}

export const nothingAttached: AttachedForm = { items: [], problems: [], arranged: false }

/** What a form shows of its files, with what came and was not received. */
export async function openAttached(
  db: Db,
  personId: number | null,
  { attachments, refused, arranged }: SentAttachments,
): Promise<AttachedForm> {
  const items = await findItems(db, personId, attachments)
  return { items, problems: refused.map(sayRefused), arranged: arranged || refused.length > 0 }
}

async function findItems(
  db: Db,
  personId: number | null,
  typed: readonly TypedAttachment[],
): Promise<FormItem[]> {
  const hashes = typed.map(({ sha256 }) => sha256)
  const held =
    personId === null ? new Map<string, StoredFile>() : await listHeld(db, personId, hashes)
  return typed.map((one) => ({ ...one, file: held.get(one.sha256) ?? null }))
}

function sayRefused({ problem, name }: RefusedFile): AttachmentProblem {
  return { problem, name, field: 'file' }
}

/** What keeps these files from being published as they are; empty when nothing does. */
export function checkItems(items: readonly FormItem[]): AttachmentProblem[] {
  const bytes = items.reduce((sum, { file }) => sum + (file?.bytes ?? 0), 0)
  return [
    ...(items.length > attachmentLimits.count ? [ofAll('too-many-files')] : []),
    ...(bytes > attachmentLimits.together ? [ofAll('too-much-together')] : []),
    ...items.flatMap(checkItem),
  ]
}

function ofAll(problem: FileProblem): AttachmentProblem {
  return { problem, field: 'file', name: '' }
}

function checkItem({ sha256, name, alternative, file }: FormItem): AttachmentProblem[] {
  if (!file) return [{ problem: 'not-kept', field: nameField(sha256), name }]
  const wrong = (problem: AttachmentProblem['problem'], field: string) => [{ problem, field, name }]
  const called = cleanName(name)
  if (called === '') return wrong('no-name', nameField(sha256))
  if (name.trim().length > attachmentLimits.name) return wrong('name-too-long', nameField(sha256))
  if (!isPicture(file.type)) return []
  const field = alternativeField(sha256)
  if (isBlank(alternative)) return wrong('no-alternative', field)
  const tooLong = alternative.trim().length > attachmentLimits.alternative
  return tooLong ? wrong('alternative-too-long', field) : []
}

/** The files as they are kept with what is said; only for those that nothing is wrong with. */
export function attachmentsOf(items: readonly FormItem[]): Attachment[] {
  return items.flatMap(({ name, alternative, file }) => {
    if (!file) return []
    const { type } = file
    const shown = isPicture(type) ? alternative.trim().normalize() : null
    return [{ ...file, name: fileNameOf({ name: cleanName(name), type }), alternative: shown }]
  })
}

/** What somebody said of files before, to be changed. */
export function typedOf(attachments: readonly Attachment[]): TypedAttachment[] {
  return attachments.map(({ sha256, name, alternative }) => ({
    sha256,
    name,
    alternative: alternative ?? '',
  }))
}

/** Whether two revisions have the same files, called and described the same, in the same order. */
export function sameAttachments(one: readonly Attachment[], other: readonly Attachment[]): boolean {
  return JSON.stringify(typedOf(one)) === JSON.stringify(typedOf(other))
}

/** What somebody attaches, as their act finds it; with a problem where it cannot be attached so. */
export async function holdFiles(
  tx: Db,
  personId: number,
  typed: readonly TypedAttachment[] = [],
): Promise<{ attachments: Attachment[]; problem: 'attachments'[] }> {
  const items = await findItems(tx, personId, typed)
  const problem = checkItems(items).length > 0 ? ['attachments' as const] : []
  return { attachments: attachmentsOf(items), problem }
}
