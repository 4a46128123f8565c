import { array, constantFrom, subarray, tuple } from './properties.ts'
import type { MarkStyle, ParsedBlock } from '../src/text/block.ts'
import { collectText } from '../src/text/collect-text.ts'
import { readHeading } from '../src/text/heading.ts'
import { isBlank } from '../src/text/normalise-text.ts'

const styles: MarkStyle[] = [
  { kind: 'strong' },
  { kind: 'emphasis' },
  { kind: 'superscript' },
  { kind: 'subscript' },
  { kind: 'link', href: 'https://example.org/a_(b)?c=*d*' },
  { kind: 'language', lang: 'en' },
]

const printable =
  "mot a \u00A0 \u202F! « * _ ~ ` [ ] ( ) # > <b> &amp; \\ : = --- … é 😀 $ ! . [^1] | '".split(' ')
const addresses =
  'https://example.org/a?b=1&c=2 HTTP://a.org www.example.org a_b@example.org mailto:a@b.org'.split(
    ' ',
  )
const signs = constantFrom(' ', ' ', ' ', '- ', '1. ', ...printable, ...addresses)

const words = array(tuple(array(signs, { minLength: 1, maxLength: 4 }), subarray(styles)), {
  minLength: 1,
  maxLength: 6,
})
  .map((pieces) =>
    collectText(pieces.map(([text, given]) => ({ text: text.join(''), styles: given }))),
  )
  .filter(({ text }) => !isBlank(text))

/** Blocks with whatever signs and marks Markdown or HTML might take for their own. */
export const anyBlock = words.chain((marked) =>
  constantFrom<ParsedBlock>(
    { kind: 'paragraph', level: 0, number: null, ...marked },
    { kind: 'quote', level: 0, number: null, ...marked },
    { ...readHeading(marked.text, 2), ...marked },
    { kind: 'list-item', level: 1, number: null, ...marked },
  ),
)
