import { countMarked } from '../text/index.ts'
import { decodeText } from './decode-text.ts'
import type { ReadDocument, SourceFile } from './document.ts'
import { fileLimit, formatOf, readDocument, timeLimit } from './read-document.ts'
import { readJob } from './read-job.ts'

/**
 * UTF-16 units that are no plain prose: even if they are all marks within one paragraph, whose time grows
 * by the square, they are read in a second.
 */
const markedLimit = 10_000

/**
 * Returns what `readDocument` does, sooner where it can: a file of whoever runs the program, when it
 * is Markdown that is prose but for a little. That cannot take long whatever it says, and another process
 * would take longer to begin than it takes to be read.
 */
export async function readOwnDocument(
  file: SourceFile,
  milliseconds = timeLimit,
): Promise<ReadDocument> {
  const { name, bytes, beside = new Map(), held = new Map() } = file
  const apart = () => readDocument(file, milliseconds)
  if (formatOf(name) !== 'markdown' || bytes.length > fileLimit) return apart()
  const text = decodeText(bytes, 'markdown')
  if (text === null || countMarked(text) > markedLimit) return apart()
  return readJob({ format: 'markdown', bytes, beside, held })
}
