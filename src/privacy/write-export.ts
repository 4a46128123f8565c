import { zipFolder, type ZippedFile } from '../platform/zip-folder.ts'
import { grounds } from './entry.ts'
import { writeExportPage, type ExportFrame } from './export-page.tsx'
import type { Export } from './gather-export.ts'

/** A ZIP file: the data for a program, the same as a page to read, and each receipt as a file of its own. */
export async function writeExport(
  given: Export,
  frame: ExportFrame,
): Promise<Uint8Array<ArrayBuffer>> {
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
  return zipFolder('vivace-data', [
    fileOf('data.json', `${JSON.stringify(data, null, 2)}\n`),
    fileOf('index.html', await writeExportPage(given, frame)),
    ...given.receipts.map((receipt) =>
      fileOf(`receipts/${receipt.sequence}.json`, `${JSON.stringify(receipt, null, 2)}\n`),
    ),
  ])
}

function fileOf(name: string, text: string): ZippedFile {
  return { name, bytes: new TextEncoder().encode(text) }
}
