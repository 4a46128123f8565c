import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packageUri = 'http://schemas.openxmlformats.org/package/2006'
const officeUri = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const namespaces = [
  `xmlns:w="${w}"`,
  `xmlns:r="${officeUri}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

/** Returns a part of a Word file whose first element is `w:NAME`. */
export function wordPart(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${namespaces}>${inside}</w:${name}>`
}

/** Returns a run of words with the properties that are given as XML. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** Returns a paragraph of that style; what begins with «<» stands in it as it is. */
export function paragraph(inside: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${properties}${inside.startsWith('<') ? inside : run(inside)}</w:p>`
}

/** Returns the definition of a paragraph style. */
export function paragraphStyle(id: string, name: string, inside = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
}

/** Returns a picture that stands in its line, with its alternative. */
export function picture(alternative: string): string {
  const blip = '<pic:pic><pic:blipFill><a:blip r:embed="rImage"/></pic:blipFill></pic:pic>'
  const graphic = `<a:graphic><a:graphicData>${blip}</a:graphicData></a:graphic>`
  const properties = `<wp:docPr id="1" name="Image 1" descr="${alternative}"/>`
  return `<w:r><w:drawing><wp:inline>${properties}${graphic}</wp:inline></w:drawing></w:r>`
}

/** Returns a Word file with that body; further parts by their names, and '' leaves one out. */
export function docx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships(['rMain', `${officeUri}/officeDocument`, 'word/document.xml']),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(
      ['rImage', `${officeUri}/image`, 'media/image1.png'],
      ['rLink', `${officeUri}/hyperlink`, 'https://example.org/'],
      ...['styles', 'numbering', 'footnotes', 'endnotes', 'comments'].map(
        (name): [string, string, string] => [`r${name}`, `${officeUri}/${name}`, `${name}.xml`],
      ),
    ),
    ...parts,
  }
  const kept = Object.entries(all).filter(([, part]) => part !== '')
  return zipSync(
    Object.fromEntries(
      kept.map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}

function contentTypes(): string {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return (
    `<Types xmlns="${packageUri}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="png" ContentType="image/png"/>' +
    `<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
  )
}

function relationships(...all: [id: string, type: string, target: string][]): string {
  const each = all.map(([id, type, target]) => {
    const mode = target.startsWith('http') ? ' TargetMode="External"' : ''
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`
  })
  return `<Relationships xmlns="${packageUri}/relationships">${each.join('')}</Relationships>`
}

type ZipEntry = { name: string; bytes: Uint8Array; declaredSize?: number; flags?: number }

/** Returns a ZIP file that may lie: of the sizes of its entries, and that they are encrypted. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, declaredSize = bytes.length, flags = 0 } of entries) {
    const data = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(declaredSize, 18)
    common.writeUInt16LE(name.length, 22)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data])
    const made = Buffer.from([20, 0])
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), made, common, where, Buffer.from(name)]),
    )
    locals.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end])
}
