import type { Made } from './attachment.ts'
import { attachmentLimits } from './attachment.ts'
import { makePdfAnew } from './make-pdf-anew.ts'
import { makePictureAnew } from './make-picture-anew.ts'

/** Returns the file anew, with nothing of what was sent but what one reads or sees; or why it is not received. */
export async function makeAnew(bytes: Uint8Array): Promise<Made> {
  if (bytes.length === 0) return { ok: false, problem: 'empty-file' }
  if (!isPdf(bytes)) return makePictureAnew(bytes)
  if (bytes.length > attachmentLimits.pdf) return { ok: false, problem: 'file-too-large' }
  return makePdfAnew(bytes)
}

/** ISO 32000-2, 7.5.2; readers allow something before it, and we do not: that is how a file is two things at once. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
}
