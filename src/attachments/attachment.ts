/** What can be attached, as their content says, whatever a name says. */
export const fileTypes = ['pdf', 'jpeg', 'png', 'webp'] as const
export type FileType = (typeof fileTypes)[number]

/** What a file is once it was made anew; `small`: the same picture no wider and no higher than a page shows it. */
export type MadeFile = {
  type: FileType
  bytes: Uint8Array
  /** Points of a picture, as it is seen. */
  size: { width: number; height: number } | null
  small: { bytes: Uint8Array; width: number; height: number } | null
}

/** A file with what its author says of it. */
export type Attachment = {
  sha256: string
  type: FileType
  /** Bytes. */
  bytes: number
  name: string
  /** Of a picture, and of nothing else: what it shows, for whoever does not see it. */
  alternative: string | null
  width: number | null
  height: number | null
  small: { sha256: string; width: number; height: number } | null
}

/** What a form says of a file: it is known by its hash. */
export type TypedAttachment = Pick<Attachment, 'sha256' | 'name'> & { alternative: string }

/** How many of one contribution, and bytes: of a PDF, of a picture, and of all together. */
export const attachmentLimits = {
  count: 5,
  pdf: 20_000_000,
  picture: 10_000_000,
  together: 50_000_000,
  /** Bytes that one person can send within a day. */
  daily: 200_000_000,
  /** Millions of points of a picture. */
  points: 25,
  name: 120,
  alternative: 500,
} as const

/** Points: a page shows no picture wider. */
export const shownWidth = 1600

/** Why a file was not received. */
export const fileProblems = [
  'empty-file',
  'not-a-kind',
  'file-too-large',
  'too-many-points',
  'pdf-encrypted',
  'pdf-unreadable',
  'picture-unreadable',
  'picture-moves',
  'takes-too-long',
  'too-many-files',
  'too-much-together',
  'too-much-today',
  'not-kept',
  'signed-out',
] as const
export type FileProblem = (typeof fileProblems)[number]

export type Made = { ok: true; file: MadeFile } | { ok: false; problem: FileProblem }

export function isPicture(type: FileType): boolean {
  return type !== 'pdf'
}

/** As a file of its own is called: what its author wrote, with the ending that its content has. */
export function fileNameOf({ name, type }: Pick<Attachment, 'name' | 'type'>): string {
  const ending = endings[type]
  const bare = name.replace(/\.(?:pdf|jpe?g|png|webp)$/i, '')
  const room = attachmentLimits.name - ending.length - 1
  return `${Array.from(bare || ending)
    .slice(0, room)
    .join('')}.${ending}`
}

export const endings: Readonly<Record<FileType, string>> = {
  pdf: 'pdf',
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
}

/** What stands between a name that somebody's machine gave and one that can be shown: folders, signs that nobody sees. */
export function cleanName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const seen = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
  return Array.from(seen.trim().normalize()).slice(0, attachmentLimits.name).join('')
}
