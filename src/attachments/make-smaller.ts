import type { Points } from './codecs.ts'

/** The same picture with its longer side of so many points: each is the mean of those in its place, by how far one sees through them. */
export function makeSmaller({ data, width, height }: Points, longest: number): Points {
  const scale = longest / Math.max(width, height)
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.round(side * scale)))
  const made = new Uint8ClampedArray((columns ?? 1) * (rows ?? 1) * 4)
  const lines = split(height, rows ?? 1)
  const places = split(width, columns ?? 1)
  let at = 0
  for (const line of lines) {
    for (const place of places) {
      made.set(meanOf(data, width, { line, place }), at)
      at += 4
    }
  }
  return { data: made, width: columns ?? 1, height: rows ?? 1 }
}

type Span = { from: number; to: number }

function split(length: number, parts: number): Span[] {
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * length) / parts)
    return { from, to: Math.max(from + 1, Math.floor(((part + 1) * length) / parts)) }
  })
}

function meanOf(
  data: Uint8ClampedArray,
  width: number,
  { line, place }: { line: Span; place: Span },
): [number, number, number, number] {
  let [red, green, blue, seen] = [0, 0, 0, 0]
  for (let y = line.from; y < line.to; y += 1) {
    const end = (y * width + place.to) * 4
    for (let at = (y * width + place.from) * 4; at < end; at += 4) {
      const alpha = data[at + 3] ?? 0
      red += (data[at] ?? 0) * alpha
      green += (data[at + 1] ?? 0) * alpha
      blue += (data[at + 2] ?? 0) * alpha
      seen += alpha
    }
  }
  if (seen === 0) return [0, 0, 0, 0]
  const count = (line.to - line.from) * (place.to - place.from)
  return [red / seen, green / seen, blue / seen, seen / count]
}
