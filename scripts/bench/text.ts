import type { Benchmark } from './figure.ts'
import { anchors } from './text-anchors.ts'
import { redlineGrowth } from './text-growth.ts'
import { hostile } from './text-hostile.ts'
import { redlineQuality } from './text-redline.ts'
import { neighbourSpeed, redlineSpeed } from './text-speed.ts'

/** What is measured of the text engine; `text` names them all. */
export const textBenchmarks: Record<string, Benchmark> = {
  'text-speed': redlineSpeed,
  'text-neighbours': neighbourSpeed,
  'text-growth': redlineGrowth,
  'text-anchors': anchors,
  'text-redline': redlineQuality,
  'text-hostile': hostile,
}
