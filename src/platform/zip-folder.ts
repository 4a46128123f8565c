import { Zip, ZipDeflate, zipSync, type Zippable } from 'fflate'

export type ZippedFile = { name: string; bytes: Uint8Array }

/** The first day that a ZIP file can name, so that the same files are the same bytes whenever they are made. */
const always = new Date(1980, 0, 1)

/** A ZIP file of one folder with these files. */
export function zipFolder(folder: string, files: readonly ZippedFile[]): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const { name, bytes } of files) entries[`${folder}/${name}`] = bytes
  return new Uint8Array(zipSync(entries, { level: 9, mtime: always }))
}

/** The same of files that come one after the other, as it is made: no more than one of them is in memory. */
export function streamZip(
  folder: string,
  files: AsyncIterable<ZippedFile>,
): ReadableStream<Uint8Array> {
  const next = files[Symbol.asyncIterator]()
  let archive: Zip | undefined
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        archive = new Zip((error, chunk, final) => {
          if (error) controller.error(error)
          else controller.enqueue(chunk)
          if (final) controller.close()
        })
      },
      pull: async () => {
        const { value, done } = await next.next()
        if (done) return archive?.end()
        const entry = new ZipDeflate(`${folder}/${value.name}`, { level: 6 })
        entry.mtime = always
        archive?.add(entry)
        entry.push(value.bytes, true)
      },
      cancel: async () => {
        archive?.terminate()
        await next.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
