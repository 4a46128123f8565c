import { constants, deflateRawSync } from 'node:zlib'

/** The same picture with what cameras write: turned, where, with what; and a comment. */
export function withExif(bytes: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    tiff,
    Buffer.from('GPS N48 Lumix'),
  ])
  const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS N48</x:xmpmeta>', 'latin1')
  const comment = Buffer.from('comment of a camera')
  return Buffer.concat([
    bytes.subarray(0, 2),
    segment(0xe1, exif),
    segment(0xe1, xmp),
    segment(0xfe, comment),
    bytes.subarray(2),
  ])
}

/** A PDF whose objects stand in a stream of so many megabytes of nothing, packed. */
export function pdfBomb(megabytes: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(1_000_000, 32), {
    finishFlush: constants.Z_FULL_FLUSH,
  })
  const stream = Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: megabytes }, () => packed),
    deflateRawSync(Buffer.alloc(0)),
    Buffer.alloc(4),
  ])
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n' +
        `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`,
    ),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ])
}

function segment(marker: number, data: Buffer): Buffer {
  const begin = Buffer.of(0xff, marker, 0, 0)
  begin.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([begin, data])
}

/** A place of a page that does something when it is pressed. */
export function link(A: { [name: string]: unknown }) {
  return { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A }
}
