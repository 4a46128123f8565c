import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

/** What of a catalog is read: pages, how they are numbered and opened, outlines, languages, structure, forms as they look. */
const ofCatalog = new Set([
  'Type',
  'Version',
  'Pages',
  'PageLabels',
  'Names',
  'Dests',
  'ViewerPreferences',
  'PageLayout',
  'PageMode',
  'Outlines',
  'Threads',
  'AcroForm',
  'StructTreeRoot',
  'MarkInfo',
  'Lang',
  'OutputIntents',
  'OCProperties',
])

/** What runs by itself, what a file brings along, who made it and when; wherever it stands. */
const nowhere = [
  'AA',
  'AF',
  'CO',
  'EF',
  'EmbeddedFiles',
  'JS',
  'JavaScript',
  'LastModified',
  'Metadata',
  'OpenAction',
  'PA',
  'PieceInfo',
  'RichMediaContent',
  'RichMediaSettings',
  'XFA',
].map((name) => PDFName.of(name))

/** ISO 32000-2, table 201: all that an action can do; those that only show something else of the file, or the web, stay. */
const harmful = new Set(
  [
    'GoTo3DView',
    'GoToDp',
    'GoToE',
    'GoToR',
    'Hide',
    'ImportData',
    'JavaScript',
    'Launch',
    'Movie',
    'Rendition',
    'ResetForm',
    'RichMediaExecute',
    'SetOCGState',
    'Sound',
    'SubmitForm',
    'Thread',
    'Trans',
  ].map((name) => PDFName.of(name)),
)

const bringing = new Set(
  ['3D', 'FileAttachment', 'Movie', 'RichMedia', 'Screen', 'Sound'].map((name) => PDFName.of(name)),
)

const action = PDFName.of('S')
const address = PDFName.of('URI')

export function cleanCatalog(catalog: PDFDict): void {
  for (const name of catalog.keys()) {
    if (!ofCatalog.has(name.decodeText())) catalog.delete(name)
  }
}

/** Takes out of a dictionary what no reader needs; what it leads to is cleaned in its turn. */
export function cleanDictionary(dict: PDFDict): void {
  for (const name of nowhere) dict.delete(name)
  cleanAction(dict)
  cleanAnnotations(dict)
  if (dict.lookup(PDFName.of('FT')) === PDFName.of('Sig')) dict.delete(PDFName.of('V'))
}

/** An action that does harm is left without anything to do; of the others none follows another. */
function cleanAction(dict: PDFDict): void {
  const does = dict.lookup(action)
  if (!(does instanceof PDFName)) return
  const leads = does === PDFName.of('URI')
  if (does === PDFName.of('GoTo') || leads) dict.delete(PDFName.of('Next'))
  if (harmful.has(does) || (leads && !isOfWeb(dict))) {
    for (const name of dict.keys()) dict.delete(name)
  }
}

function isOfWeb(dict: PDFDict): boolean {
  const given = dict.lookup(address)
  if (!(given instanceof PDFString || given instanceof PDFHexString)) return false
  return /^(?:https?|mailto):/i.test(given.decodeText())
}

function cleanAnnotations(dict: PDFDict): void {
  const annotations = dict.lookup(PDFName.of('Annots'))
  if (!(annotations instanceof PDFArray)) return
  for (let at = annotations.size() - 1; at >= 0; at -= 1) {
    const one = annotations.lookup(at)
    const kind = one instanceof PDFDict ? one.lookup(PDFName.of('Subtype')) : undefined
    if (!(kind instanceof PDFName) || bringing.has(kind)) annotations.remove(at)
  }
}
