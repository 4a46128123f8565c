import { readRaster } from '../text/index.ts'
import { attachmentLimits, shownWidth, type Made, type MadeFile } from './attachment.ts'
import { codecs, type Points } from './codecs.ts'
import { isAnimated } from './is-animated.ts'
import { makeSmaller } from './make-smaller.ts'

/**
 * Returns the points of a picture, written down anew: nothing else that was in the file is in what is returned, neither
 * where and with what it was taken nor what somebody put behind it. A picture of too many points is refused before any is read.
 */
export async function makePictureAnew(bytes: Uint8Array): Promise<Made> {
  const found = readRaster(bytes)
  if (found === null || found.type === 'gif') return { ok: false, problem: 'not-a-kind' }
  const { type, width, height } = found
  if (bytes.length > attachmentLimits.picture) return { ok: false, problem: 'file-too-large' }
  if (width * height > attachmentLimits.points * 1_000_000) {
    return { ok: false, problem: 'too-many-points' }
  }
  if (isAnimated(type, bytes)) return { ok: false, problem: 'picture-moves' }
  const seen = await codecs[type].read(bytes).catch(() => null)
  if (!seen) return { ok: false, problem: 'picture-unreadable' }
  return { ok: true, file: await write(type, seen) }
}

async function write(type: Exclude<MadeFile['type'], 'pdf'>, seen: Points): Promise<MadeFile> {
  const { width, height } = seen
  const smaller = width > shownWidth || height > shownWidth ? makeSmaller(seen, shownWidth) : null
  return {
    type,
    bytes: await codecs[type].write(seen),
    size: { width, height },
    small: smaller && {
      bytes: await codecs[type].write(smaller),
      width: smaller.width,
      height: smaller.height,
    },
  }
}
