import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js'
import encodePng, { init as initPngEncoder } from '@jsquash/png/encode.js'
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js'
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js'
import type { FileType } from './attachment.ts'

/** A picture as its points: red, green, blue, and how far one does not see through, from 0 to 255 each. */
export type Points = { data: Uint8ClampedArray; width: number; height: number }

type Codec = {
  /** Throws for what cannot be read. */
  read: (bytes: Uint8Array) => Promise<Points>
  write: (points: Points) => Promise<Uint8Array>
}

/** What the codecs make of points: browsers have it, Node has not. */
class PointsOfBrowsers implements Points {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
Object.assign(globalThis, { ImageData: PointsOfBrowsers })

/** Of a photograph: nobody sees a difference. */
const quality = 85

declare global {
  class ImageData implements Points {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
    constructor(data: Uint8ClampedArray, width: number, height: number)
  }
  namespace WebAssembly {
    function compile(bytes: Uint8Array): Promise<Module>
  }
}

/** The codecs of Squoosh as WebAssembly: whatever breaks one of them stays in its own memory. */
export const codecs: Readonly<Record<Exclude<FileType, 'pdf'>, Codec>> = {
  jpeg: {
    read: async (bytes) => {
      await initJpegDecoder(await load('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'))
      // It turns the points as the camera said that it was held: the word for it goes with the rest.
      return decodeJpeg(bufferOf(bytes), { preserveOrientation: true })
    },
    write: async (points) => {
      await initJpegEncoder(await load('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
      return new Uint8Array(await encodeJpeg(imageOf(points), { quality }))
    },
  },
  png: {
    read: async (bytes) => {
      await initPngDecoder(await load('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
      return decodePng(bufferOf(bytes))
    },
    write: async (points) => {
      await initPngEncoder(await load('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
      return new Uint8Array(await encodePng(imageOf(points)))
    },
  },
  webp: {
    read: async (bytes) => {
      await initWebpDecoder(await load('@jsquash/webp/codec/dec/webp_dec.wasm'))
      return decodeWebp(bufferOf(bytes))
    },
    write: async (points) => {
      await initWebpEncoder(await load('@jsquash/webp/codec/enc/webp_enc_simd.wasm'))
      return new Uint8Array(await encodeWebp(imageOf(points), { quality }))
    },
  },
}

const { resolve } = createRequire(import.meta.url)

async function load(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(resolve(name)))
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

function imageOf({ data, width, height }: Points): ImageData {
  return new ImageData(new Uint8ClampedArray(data), width, height)
}
