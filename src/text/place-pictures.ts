import type { Element, Root } from 'hast'

import { attributeOf, isDropped, pictureKept } from './html-elements.ts'
import type { PictureKeeper } from './keep-pictures.ts'
import type { KeptPicture } from './picture.ts'

/**
 * Keeps the pictures of a tree, and writes on each `img` which one it shows; a drawing that stands in the
 * tree gives way to an `img`. Returns those that were kept, by what is written.
 */
export function placePictures(
  tree: Root,
  keeper: PictureKeeper,
  drop: (what: string) => void,
): Map<string, KeptPicture> {
  const kept = new Map<string, KeptPicture>()
  const place = (parent: Element | Root, framed: boolean): void => {
    let index = -1
    for (const child of parent.children) {
      index += 1
      if (child.type !== 'element') continue
      if (child.tagName === 'svg') parent.children[index] = draw(child, framed)
      else if (child.tagName === 'img') show(child)
      else if (!isDropped(child)) place(child, framed || child.tagName === 'figure')
    }
  }
  const write = (img: Element, picture: KeptPicture | null): void => {
    if (picture === null) return
    kept.set(picture.sha256, picture)
    img.properties[pictureKept] = picture.sha256
  }
  const show = (img: Element): void => {
    const source = attributeOf(img, 'src')
    if (isDropped(img)) return
    if (source === '') drop('picture without a file')
    else write(img, keeper.keepNamed(source, drop))
  }
  const draw = (svg: Element, framed: boolean): Element => {
    const alt = alternativeOf(svg)
    const img: Element = { type: 'element', tagName: 'img', properties: { alt }, children: [] }
    // What nothing says in words, as a sign on a button, is no figure.
    if ((framed || alt !== '') && !isHidden(svg)) write(img, keeper.keepDrawn(svg, drop))
    return img.properties[pictureKept] === undefined ? svg : img
  }
  place(tree, false)
  return kept
}

function alternativeOf(svg: Element): string {
  const said = attributeOf(svg, 'ariaLabel').trim()
  if (said !== '') return said
  const title = svg.children.find((one) => one.type === 'element' && one.tagName === 'title')
  return title === undefined ? '' : wordsOf(title).trim()
}

function wordsOf(node: Element['children'][number]): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsOf).join('') : ''
}

function isHidden(svg: Element): boolean {
  return attributeOf(svg, 'ariaHidden') === 'true' || svg.properties['hidden'] !== undefined
}
