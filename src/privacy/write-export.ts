import { fileNameOf } from '../attachments/index.ts'
import { readFileOf, type FileStore } from '../platform/files/file-store.ts'
import { streamZip, type ZippedFile } from '../platform/zip-folder.ts'
import { grounds } from './entry.ts'
import { writeExportPage, type ExportFrame } from './export-page.tsx'
import type { Export } from './gather-export.ts'

/** A ZIP file: the data for a program, the same as a page to read, and each receipt as a file of its own, and all that was attached. */
export async function writeExport(
  given: Export,
  frame: ExportFrame,
  store: FileStore,
): Promise<ReadableStream<Uint8Array>> {
  const data = {
    format: 'vivace-person-1',
    site: frame.publicUrl,
    at: frame.now.toISOString(),
    tables: Object.fromEntries(
      given.tables.map(({ table, purpose, rows }) => [
        table,
        { purpose, grounds: grounds[purpose], rows },
      ]),
    ),
  }
  const written = [
    fileOf('data.json', `${JSON.stringify(data, null, 2)}\n`),
    fileOf('index.html', await writeExportPage(given, frame)),
    ...given.receipts.map((receipt) =>
      fileOf(`receipts/${receipt.sequence}.json`, `${JSON.stringify(receipt, null, 2)}\n`),
    ),
  ]
  return streamZip('vivace-data', withFiles(written, given.files, store))
}

/** Each under the beginning of its hash, by which `data.json` names it, and its own name. */
async function* withFiles(
  written: readonly ZippedFile[],
  attached: Export['files'],
  store: FileStore,
): AsyncGenerator<ZippedFile> {
  yield* written
  for (const { sha256, type, name } of attached) {
    const bytes = await readFileOf(store, sha256)
    const called = fileNameOf({ name, type }).replaceAll(/[<>:"/\\|?*]/g, '_')
    if (bytes) yield { name: `files/${sha256.slice(0, 16)} ${called}`, bytes }
  }
}

function fileOf(name: string, text: string): ZippedFile {
  return { name, bytes: new TextEncoder().encode(text) }
}
