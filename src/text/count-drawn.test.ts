import assert from 'node:assert/strict'
import { test } from 'node:test'

import { fromHtml } from 'hast-util-from-html'

import { svg } from '../../test/picture-files.ts'
import { countDrawn } from './count-drawn.ts'

function count(inside: string): number {
  const [root] = fromHtml(svg(inside), { fragment: true }).children
  assert.ok(root?.type === 'element')
  return countDrawn(root)
}

/** Six levels of ten, each of which leads to all of the next: a few kilobytes, and a million drawn. */
function levels(element: string, within: (id: string) => string): string {
  const ids = Array.from({ length: 6 }, (_, at) => `l${at}`)
  const level = (id: string, at: number) =>
    `<${element} id="${id}">${within(ids[at + 1] ?? 'none').repeat(10)}</${element}>`
  return `${ids.map(level).join('')}${within('l0')}`
}

test('what is drawn again is counted again, and double', () => {
  assert.equal(count('<g><path d="M0 0"/><text>Été</text></g>'), 4)
  const path = '<g id="a"><path d="M0 0"/></g>'
  assert.equal(count(`${path}<use href="#a"/><use xlink:href="#a"/>`), 1 + 2 + 2 * (1 + 2 * 2))
  assert.equal(count(`${path}<rect fill="url(#a)" style="mask: url('#a')"/>`), 1 + 2 + 1 + 2 * 4)
  assert.equal(count(`${path}<use href="#"/><rect fill="url(#b)"/><use/>`), 1 + 2 + 3)
  const line = (by: string) => `${path}<polyline points="0,0 1,1 2,2 3,3" ${by}="url(#a)"/>`
  assert.equal(count(line('marker-end')), 1 + 2 + 1 + 4)
  assert.equal(count(line('marker-mid')), 1 + 2 + 1 + 4 * 5)
})

function countWith(rule: string): number {
  const drawn = '<mask id="m"><g><rect class="b"/></g></mask><g class="a c" id="d"/>'
  return count(`<style>${rule}</style>${drawn}`)
}

test('what a sheet leads to counts for whatever it may be meant for', () => {
  const alone = 6
  const masked = alone + 2 * 3
  for (const selector of [
    '.a',
    'svg > .a',
    'g.c',
    '#d',
    '.x, .c:not(.b)',
    'a { fill: red; .a',
    '.a/* .x */',
    '/* { */.a',
  ]) {
    assert.equal(countWith(`${selector} { mask: url(#m) }`), masked, selector)
  }
  for (const selector of ['.x', '.a rect.x', '.a { fill: red } .x']) {
    assert.equal(countWith(`${selector} { mask: url(#m) }`), alone, selector)
  }
  for (const selector of ['*', 'g', 'rect', ':not(.x)', '[class]', 'rect:not([id="} .x"])']) {
    assert.equal(countWith(`${selector} { mask: url(#m) }`), Infinity, selector)
  }
})

test('a few levels are millions, and what leads back into itself has no end', () => {
  const million = 1_000_000
  assert.ok(count(levels('mask', (id) => `<rect mask="url(#${id})"/>`)) > million)
  assert.ok(count(levels('clipPath', (id) => `<rect clip-path="url(#${id})"/>`)) > million)
  assert.ok(count(levels('pattern', (id) => `<rect style="fill:url(#${id})"/>`)) > million)
  assert.ok(count(levels('g', (id) => `<use href="#${id}"/>`)) > million)
  const sheet = Array.from({ length: 6 }, (_, at) => `.l${at} { clip-path: url(#l${at}) }`)
  const classes = levels('clipPath', (id) => `<rect class="${id}"/>`)
  assert.ok(count(`<style>${sheet.join(' ')}</style>${classes}`) > million)
  assert.equal(count('<g id="a"><use href="#a"/></g>'), Infinity)
})
