import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import type { Made } from './attachment.ts'
import { cleanDictionary, cleanCatalog } from './clean-pdf.ts'
import { stripJpeg } from './strip-jpeg.ts'

/**
 * Returns the pages of a PDF, written down anew: what can be reached from its catalog, without what runs, sends, opens or
 * brings along anything, and without what says who made it, when and with what (ISO 32000-2). Links to the web stay, and so do
 * outlines and the structure that screen readers read.
 */
export async function makePdfAnew(bytes: Uint8Array): Promise<Made> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    if (document.getPageCount() === 0) return { ok: false, problem: 'pdf-unreadable' }
    keepWhatIsRead(document.context)
    const made = await document.save({ addDefaultPage: false, updateFieldAppearances: false })
    return { ok: true, file: { type: 'pdf', bytes: made, size: null, small: null } }
  } catch (error) {
    // Whatever else a broken file breaks, it is the file: nothing but the file is here.
    const encrypted = error instanceof EncryptedPDFError
    return { ok: false, problem: encrypted ? 'pdf-encrypted' : 'pdf-unreadable' }
  }
}

function keepWhatIsRead(context: PDFContext): void {
  const { Root: root } = context.trailerInfo
  const catalog = context.lookup(root)
  if (!root || !(catalog instanceof PDFDict)) throw new Error('no catalog')
  cleanCatalog(catalog)
  const reached = reach(context, root)
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref)
  }
  context.trailerInfo = { Root: root }
}

/** Cleans all that can be reached, each once, and returns what is named by a number. */
function reach(context: PDFContext, root: PDFObject): Set<PDFObject> {
  const reached = new Set<PDFObject>()
  const open: PDFObject[] = [root]
  for (let next = open.pop(); next; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...below(context, next))
  }
  return reached
}

function below(context: PDFContext, object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFRef) {
    cleanStream(context, object)
    return [context.lookup(object)].flatMap((one) => one ?? [])
  }
  if (object instanceof PDFArray) return object.asArray()
  if (object instanceof PDFStream) return [object.dict]
  if (!(object instanceof PDFDict)) return []
  cleanDictionary(object)
  return object.values()
}

/** A stream of another file is none; of a photograph only the points stay. */
function cleanStream(context: PDFContext, ref: PDFRef): void {
  const stream = context.lookup(ref)
  if (!(stream instanceof PDFStream)) return
  for (const name of ['F', 'FFilter', 'FDecodeParms']) stream.dict.delete(PDFName.of(name))
  if (!(stream instanceof PDFRawStream) || !isPhotograph(stream.dict)) return
  const stripped = stripJpeg(stream.getContents())
  if (stripped) context.assign(ref, PDFRawStream.of(stream.dict, stripped))
}

function isPhotograph(dict: PDFDict): boolean {
  const filter = dict.lookup(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  return only === PDFName.of('DCTDecode')
}
