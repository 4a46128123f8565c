import assert from 'node:assert/strict'
import { test } from 'node:test'

import { fromHtml } from 'hast-util-from-html'

import { dataUri, png, svg } from '../../test/picture-files.ts'
import { sanitiseSvg } from './sanitise-svg.ts'

function sanitise(source: string): { svg: string; width: number; height: number; lost: string[] } {
  const lost: string[] = []
  const root = fromHtml(source, { fragment: true })
    .children.filter((node) => node.type === 'element')
    .find(({ tagName }) => tagName === 'svg')
  assert.ok(root)
  return { ...sanitiseSvg(root, (what) => lost.push(what)), lost }
}

test('what draws stays, and sanitising again changes nothing', () => {
  const inside =
    '<title>Un plan</title><style>.a > b { fill: #123 }</style><defs><linearGradient id="g" ' +
    'gradientUnits="userSpaceOnUse"><stop offset="0.5" stop-color="red"/></linearGradient></defs>' +
    '<rect class="a" x="1" width="10" height="5" fill="url(#g)" stroke-dasharray="1 2"/>' +
    '<use xlink:href="#g"/><text x="2" font-family="Arial, sans-serif">Été &amp; hiver</text>'
  const once = sanitise(svg(inside))
  assert.deepEqual(once.lost, [])
  for (const kept of [
    'viewBox="0 0 40 20"',
    '<linearGradient id="g" gradientUnits="userSpaceOnUse">',
    'fill="url(#g)"',
    'stroke-dasharray="1 2"',
    '<use href="#g"/>',
    'Été &amp; hiver</text>',
    '<style>.a &gt; b { fill: #123 }</style>',
  ]) {
    assert.ok(once.svg.includes(kept), `${kept} in ${once.svg}`)
  }
  assert.equal(sanitise(once.svg).svg, once.svg)
})

test('nothing of a drawing runs, moves, loads or leads elsewhere', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<foreignObject><iframe src="http://evil.test"></iframe></foreignObject>',
    '<image href="http://evil.test/x.png"/>',
    '<image xlink:href="data:image/svg+xml;base64,AAAA"/>',
    '<use href="http://evil.test/x.svg#a"/>',
    '<use xlink:href="//evil.test/x.svg#a"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<rect fill="url(http://evil.test/x#a)"/>',
    '<rect style="fill: url(//evil.test/x)"/>',
    '<rect style="fill: u\\72l(//evil.test/x)"/>',
    '<rect onload="alert(1)" onclick="alert(1)"/>',
    '<style>@import "http://evil.test/x.css";</style>',
    '<style>rect { background: URL (http://evil.test) }</style>',
    '<style>rect { fill: u/**/rl(http://evil.test) }</style>',
    '<feImage href="http://evil.test/x.png"/>',
    '<handler>alert(1)</handler>',
    '<textPath href="http://evil.test/x"/>',
  ]
  for (const inside of hostile) {
    const { svg: clean, lost } = sanitise(svg(inside, 'onload="alert(1)"'))
    assert.doesNotMatch(clean, /evil|alert|script|foreign|onload|onclick|animate|<set/i, inside)
    assert.ok(lost.length > 1, inside)
  }
  const { svg: clean } = sanitise(svg('<a href="javascript:alert(1)"><circle r="3"/></a>'))
  assert.match(clean, /><circle r="3"\/><\/svg>$/)
})

/** 1 where the picture stays in a drawing, -1 where it is left out. */
function keptOf(bytes: Uint8Array | string): number {
  const { svg: clean, lost } = sanitise(svg(`<image href="${dataUri('image/png', bytes)}"/>`))
  return [...clean.matchAll(/<image/g)].length - lost.length
}

test('a photograph in a drawing is a picture by its bytes, and not too large for a browser', () => {
  const bomb = Buffer.from(png(1, 1))
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  assert.equal(keptOf(png(2, 1)), 1)
  assert.equal(keptOf(bomb), -1)
  assert.equal(keptOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), -1)
})

test('entities of a drawing’s own are not expanded', () => {
  const bomb =
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
    svg('<text>&b;&b;&b;</text>')
  assert.ok(sanitise(bomb).svg.length < 200)
})

test('what is shown again shows nothing again', () => {
  const levels = Array.from(
    { length: 30 },
    (_, at) => `<g id="l${at + 1}"><use href="#l${at}"/><use href="#l${at}"/></g>`,
  )
  const bomb = sanitise(svg(`<g id="l0"><circle r="1"/></g>${levels.join('')}<use href="#l30"/>`))
  assert.equal([...bomb.svg.matchAll(/<use/g)].length, 1)
})

test('a drawing says its size, or its view box does', () => {
  const sizeOf = (attributes: string) => {
    const { width, height } = sanitise(svg('', attributes))
    return [width, height]
  }
  assert.deepEqual(sizeOf('viewBox="0 0 40.2 20"'), [40, 20])
  assert.deepEqual(sizeOf('width="80" viewBox="0 0 40 20"'), [80, 40])
  assert.deepEqual(sizeOf('width="1in" height="72pt"'), [96, 96])
  assert.deepEqual(sizeOf('width="100%" viewBox="0 0 40 20"'), [40, 20])
  assert.deepEqual(sizeOf(''), [300, 150])
  assert.deepEqual(sizeOf('width="1e9" height="0" viewBox="a b"'), [20_000, 20_000])
  assert.match(sanitise(svg('', 'width="8" height="4"')).svg, /viewBox="0 0 8 4"/)
})
