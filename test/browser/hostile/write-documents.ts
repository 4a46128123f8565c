import { docx, paragraph, paragraphStyle, run, wordPart } from '../../docx.ts'
import { packs, type Vector } from './vectors.ts'

/** A document that has each vector as its words, in attributes, and as its markup; a text file holds no NUL. */
export function writeHtml(vectors: readonly Vector[]): string {
  const some = vectors.map(readable)
  const title = escape(titlesOf(some)[0] ?? '')
  const said = some.map(({ number, text }) => `<p>Dit ${number} : ${escape(text)}</p>`)
  return [
    `<html lang="fr"><title>${title}</title><h1>${title}</h1><h2>Dits</h2>`,
    ...said,
    '<h2>Titres</h2>',
    ...some.map(({ text }) => `<h3>${escape(text)}</h3>`),
    '<h2>Attributs</h2>',
    ...some.map(({ text }) => withAttributes(escape(text))),
    '<h2>Listes</h2><ul>',
    ...some.map(({ text }) => `<li>${escape(text)}</li>`),
    '</ul><table><tr><th>Un</th><th>Deux</th></tr>',
    ...some.map(({ text }) => `<tr><td>${escape(text)}</td><td>${escape(text)}</td></tr>`),
    '</table><h2>Bruts</h2>',
    ...some.map(({ text }) => `<div>${text}</div>`),
  ].join('\n')
}

function withAttributes(text: string): string {
  const link = `<a href="${text}" title="${text}" name="${text}">${text}</a>`
  const safe = `<a href="https://example.org/${text}" class="${text}" id="${text}">x</a>`
  const inside = `<span lang="${text}" data-x="${text}">mot</span> <cite title="${text}">mot</cite>`
  const figure = `<figure><img src="${text}" alt="${text}" title="${text}"><figcaption>${text}</figcaption></figure>`
  return `<p>${link} ${safe} ${inside}</p><blockquote cite="${text}">${text}</blockquote>${figure}`
}

function readable({ text, number }: Vector): Vector {
  return { number, text: withoutControls(text) }
}

export function writeMarkdown(vectors: readonly Vector[]): string {
  const some = vectors.map(readable)
  return [
    `# ${escapeMarkdown(titlesOf(some)[1] ?? '')}`,
    '## Dits',
    ...some.map(({ number, text }) => `Dit ${number} : ${escapeMarkdown(text)}`),
    ...some.map(({ text }) => `### ${escapeMarkdown(text)}`),
    '## Bruts',
    ...some.map(({ text }) => text),
  ].join('\n\n')
}

/** With the vectors as words of Word, as alternatives of pictures, as links and as styles. */
export function writeWord(some: readonly Vector[]): Uint8Array {
  const link = (text: string) =>
    `<w:hyperlink w:anchor="${escapeXml(text)}" w:tooltip="${escapeXml(text)}">${run(escapeXml(text))}</w:hyperlink>`
  const body = [
    paragraph(run(escapeXml(titlesOf(some)[0] ?? 'Mots')), 'Heading1'),
    paragraph('Partie', 'Heading2'),
    ...some.map(({ text }) => paragraph(run(escapeXml(text)))),
    ...some.map(({ text }) => paragraph(run(escapeXml(text)), 'Heading3')),
    ...some.map(({ text }) => paragraph(link(text))),
  ]
  return docx(body.join(''), headingStyles)
}

/** The styles of headings, as Word has them. */
export const headingStyles = {
  'word/styles.xml': wordPart(
    'styles',
    [1, 2, 3].map((level) => paragraphStyle(`Heading${level}`, `heading ${level}`)).join(''),
  ),
}

/** Returns a document of a few words under a title. */
export function writeTitled(title: string): string {
  const words = escape(withoutControls(title))
  return `<html lang="fr"><h1>${words}</h1><h2>Partie</h2><p>Des mots.</p></html>`
}

/** All vectors of a group, in as many titles as they need. */
export function titlesOf(some: readonly Vector[]): string[] {
  return packs(some, 300)
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** XML holds no control characters. */
export function escapeXml(text: string): string {
  return escape(withoutControls(text))
}

function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
}
