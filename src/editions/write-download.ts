import type { Locale } from '../platform/messages.ts'
import { writeMarkdownDocument } from '../text/index.ts'
import { zipFolder, type ZippedFile } from '../platform/zip-folder.ts'
import { citeAddress } from './addresses.ts'
import { fileStem, type DownloadFormat } from './download.ts'
import type { WholeEdition } from './gather-download.ts'
import { writeChangesPage } from './offline-changes.tsx'
import { writeIndexPage } from './offline-page.tsx'

/** `locale`: in which language the labels around the text are; `publicUrl`: what addresses begin with. */
export type Wanted = { locale: Locale; publicUrl: string }

/** Returns an edition as a file of that format. */
export async function writeDownload(
  format: DownloadFormat,
  whole: WholeEdition,
  wanted: Wanted,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'json') return toBytes(whole.canonical)
  if (format === 'markdown') return toBytes(writeEditionMarkdown(whole, wanted))
  return zipFolder(fileStem(whole.report, whole.edition), await listFiles(whole, wanted))
}

/** Keys are English, whatever language the text is in, so that programs find them. */
export function writeEditionMarkdown(
  { report, edition, blocks, pictures }: WholeEdition,
  { publicUrl }: Pick<Wanted, 'publicUrl'>,
): string {
  const facts: [string, string | number | boolean | null][] = [
    ['title', report.title],
    ['lang', report.lang],
    ['authors', report.authors],
    ['edition', edition.number],
    ['date', edition.publishedAt.toISOString()],
    ['licence', report.licence],
    ['illustrative', report.illustrative || null],
    ['address', citeAddress(publicUrl, report, edition)],
    ['sha256', Buffer.from(edition.sha256).toString('hex')],
  ]
  const matter = facts.flatMap(([key, value]) =>
    value === null ? [] : `${key}: ${JSON.stringify(value)}\n`,
  )
  const text = writeMarkdownDocument({
    title: report.title,
    blocks,
    // The file comes alone: its pictures stay where the site has them.
    pictureOf: (figure) => {
      const name = pictures.nameOf(figure)
      return name && `${publicUrl}/pictures/${name}`
    },
  })
  return `---\n${matter.join('')}---\n\n${text}`
}

function fileOf(name: string, text: string): ZippedFile {
  return { name, bytes: toBytes(text) }
}

async function listFiles(whole: WholeEdition, wanted: Wanted): Promise<ZippedFile[]> {
  const { edition, canonical, pictures } = whole
  const changes =
    edition.number > 1 ? [fileOf('changes.html', await writeChangesPage({ ...wanted, whole }))] : []
  return [
    fileOf('index.html', await writeIndexPage({ ...wanted, whole })),
    ...changes,
    fileOf('edition.json', canonical),
    ...pictures.files.map(({ name, bytes }) => ({ name: `pictures/${name}`, bytes })),
  ]
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
