import { inLanguage } from '../messages.ts'

/** A piece of a mail, which is written twice: as plain text, and as HTML that asks for nothing from anywhere. */
export type MailPart =
  | { kind: 'heading'; level: 1 | 2; text: string; lang?: string }
  /** Lines as they are typed; an address that stands in one leads there. */
  | { kind: 'paragraph'; text: string }
  /** Something to be read there; `quote`: words of it, in their own language. */
  | { kind: 'entry'; text: string; href: string; quote: { text: string; lang: string } | null }
  /** At the end, smaller. */
  | { kind: 'fine'; text: string; href?: string }

/** A plain text as pieces: what stands between empty lines is a paragraph. */
export function partsOf(text: string): MailPart[] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph.trim() }))
}

export function textOf(parts: readonly MailPart[]): string {
  return parts.map(textOfPart).join('\n\n')
}

function textOfPart(part: MailPart): string {
  switch (part.kind) {
    case 'heading':
      return part.level === 1 ? `== ${part.text}` : `-- ${part.text}`
    case 'paragraph':
      return part.text
    case 'entry':
      return [
        `* ${part.text}`,
        ...(part.quote ? [`  ${part.quote.text}`] : []),
        `  ${part.href}`,
      ].join('\n')
    case 'fine':
      return part.href === undefined ? part.text : `${part.text}\n${part.href}`
  }
}

type Whole = { subject: string; lang: string; parts: readonly MailPart[] }

/** One column, in light and dark, with no picture, sheet, font or script from elsewhere. */
export function htmlOf({ subject, lang, parts }: Whole): string {
  const { dir } = inLanguage(lang)
  const body = parts.map(htmlOfPart).join('\n')
  return `<!doctype html>
<html lang="${escape(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title>
<style>${sheet}</style>
</head>
<body>
<div class="column">
${body}
</div>
</body>
</html>
`
}

const sheet = `
:root{color-scheme:light dark}
body{margin:0;padding:1rem;background:#fdfcf8;color:#1c1b18;font:1rem/1.55 Georgia,"Times New Roman",serif}
.column{max-width:36rem;margin:0 auto;overflow-wrap:break-word}
h2{font-size:1.25rem;line-height:1.3;margin:1.8rem 0 .4rem}
h3{font-size:1rem;line-height:1.4;margin:1.2rem 0 .3rem;font-weight:normal;font-style:italic}
p{margin:.7rem 0}
.quote{margin:.2rem 0 0;padding-inline-start:.8rem;border-inline-start:.2rem solid #b9b3a4}
.fine{font-size:.9rem}
a{color:#174a7e}
@media (prefers-color-scheme:dark){
body{background:#16171a;color:#e9e6de}
a{color:#a5c8f2}
.quote{border-color:#6a675f}
}
`

function htmlOfPart(part: MailPart): string {
  switch (part.kind) {
    case 'heading': {
      const name = part.level === 1 ? 'h2' : 'h3'
      return `<${name}${languageOf(part.lang)}>${escape(part.text)}</${name}>`
    }
    case 'paragraph':
      return `<p>${part.text.split('\n').map(withLinks).join('<br>\n')}</p>`
    case 'entry': {
      const quote = part.quote
        ? `\n<p class="quote"${languageOf(part.quote.lang)}>${escape(part.quote.text)}</p>`
        : ''
      return `<p><a href="${escape(part.href)}">${escape(part.text)}</a></p>${quote}`
    }
    case 'fine':
      return part.href === undefined
        ? `<p class="fine">${escape(part.text)}</p>`
        : `<p class="fine"><a href="${escape(part.href)}">${escape(part.text)}</a></p>`
  }
}

function languageOf(lang: string | undefined): string {
  if (lang === undefined) return ''
  return ` lang="${escape(lang)}" dir="${inLanguage(lang).dir}"`
}

/** What stands in brackets after an address, or ends its sentence, is not of it. */
const address = /https?:\/\/[^\s<>"«»()]*[^\s<>"«»().,;:!?]/gu

function withLinks(line: string): string {
  let at = 0
  const pieces: string[] = []
  for (const found of line.matchAll(address)) {
    pieces.push(escape(line.slice(at, found.index)))
    pieces.push(`<a href="${escape(found[0])}">${escape(found[0])}</a>`)
    at = found.index + found[0].length
  }
  return [...pieces, escape(line.slice(at))].join('')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
