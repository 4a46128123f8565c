import type { Element } from 'hast'

import { attributeOf } from './html-elements.ts'

/** What browsers take where a drawing says no size. */
const unsaid = { width: 300, height: 150 }

const largest = 20_000

/** CSS pixels in a unit. */
const units: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['mm', 96 / 25.4],
  ['cm', 96 / 2.54],
  ['in', 96],
])

/** Returns a drawing's size in whole pixels: as it says it, else as its view box does. */
export function sizeOfSvg(svg: Element): { width: number; height: number } {
  const base = boxOf(svg) ?? unsaid
  const width = lengthOf(attributeOf(svg, 'width'))
  const height = lengthOf(attributeOf(svg, 'height'))
  return {
    width: whole(width ?? (height === null ? base.width : (height * base.width) / base.height)),
    height: whole(height ?? (width === null ? base.height : (width * base.height) / base.width)),
  }
}

function boxOf(svg: Element): { width: number; height: number } | null {
  const said = attributeOf(svg, 'viewBox').trim()
  const [, , width, height] = said.split(/[\s,]+/).map(Number)
  return isLength(width) && isLength(height) ? { width, height } : null
}

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0
}

function lengthOf(said: string): number | null {
  const [, number = '', unit = ''] =
    /^\s*\+?([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(said) ?? []
  const factor = units.get(unit.toLowerCase())
  const length = factor === undefined || number === '' ? null : Number(number) * factor
  return length !== null && isLength(length) ? length : null
}

function whole(length: number): number {
  return Math.min(largest, Math.max(1, Math.round(length)))
}
