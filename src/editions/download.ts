import type { Locale } from '../platform/messages.ts'
import type { Edition, Report } from '../reports/index.ts'

/** In the order in which they are offered: to read, to work on, to check. */
export const downloadFormats = ['html', 'markdown', 'json'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

type Kind = { extension: string; type: string }

export const downloadKinds: Record<DownloadFormat, Kind> = {
  html: { extension: 'html.zip', type: 'application/zip' },
  markdown: { extension: 'md', type: 'text/markdown; charset=utf-8' },
  json: { extension: 'json', type: 'application/json' },
}

/** The route's last segment is an edition's number and what the file is. */
export function downloadPath(format: DownloadFormat): `/${string}` {
  const extension = downloadKinds[format].extension.replace('.', '\\.')
  return `/reports/:slug/editions/:file{[0-9]+\\.${extension}}`
}

/** The number that such a segment begins with. */
export function numberIn(file: string): string {
  return file.slice(0, file.indexOf('.'))
}

export function downloadAddress(
  locale: Locale,
  { slug }: Pick<Report, 'slug'>,
  { number }: Pick<Edition, 'number'>,
  format: DownloadFormat,
): string {
  return `/${locale}/reports/${slug}/editions/${number}.${downloadKinds[format].extension}`
}

/** What files of an edition are called, without what they are; a slug is plain letters and figures. */
export function fileStem({ slug }: Pick<Report, 'slug'>, { number }: Pick<Edition, 'number'>) {
  return `${slug}-edition-${number}`
}
