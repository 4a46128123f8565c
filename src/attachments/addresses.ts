import { endings, fileTypes, type Attachment, type FileType } from './attachment.ts'

/** Where files are served: nothing under it belongs to the site. */
export const filesPath = '/files/'

export function addressOfFile({ sha256, type }: Pick<Attachment, 'sha256' | 'type'>): string {
  return `${filesPath}${sha256}.${endings[type]}`
}

/** What the last part of such an address names; null for what names nothing. */
export function readFileName(name: string): { sha256: string; type: FileType } | null {
  const [, sha256, ending] = /^([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? []
  const type = fileTypes.find((one) => endings[one] === ending)
  return sha256 && type ? { sha256, type } : null
}
