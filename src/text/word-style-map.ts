import { headingStyle } from './docx-paragraphs.ts'

/** Depths of lists that Word knows. */
const listLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/**
 * What Word's styles become, in mammoth's notation; names are compared whatever their case, and
 * every language of Word writes these names into its files. Underlining and highlighting have no
 * mark: they are named here so that their loss is counted.
 */
export const styleMap: string[] = [
  ...listLevels.map((level) => `p.${headingStyle(level)} => h${Math.min(6, level + 1)}:fresh`),
  "p[style-name='Title'] => h1:separator(' ')",
  ...listLevels.map(
    (level) => `p[style-name='heading ${level}'] => h${Math.min(6, level + 1)}:fresh`,
  ),
  ...[
    'Quote',
    'Intense Quote',
    'Quotations',
    'Quotation',
    'Citation',
    'Citation intense',
    'Block Text',
    'Block Quotation',
    'Blockquote',
  ].map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  "p[style-name='caption'] => p:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name^='Contents '] => !",
  ...listLevels.flatMap((level) => [listItem('unordered', level), listItem('ordered', level)]),
  "br[type='page'] => br",
  "br[type='column'] => br",
  'u => u',
  'highlight => mark',
  "r[style-name='Strong'] => strong",
  "r[style-name='Emphasis'] => em",
]

function listItem(kind: 'unordered' | 'ordered', level: number): string {
  const around = 'ul|ol > li > '.repeat(level - 1)
  return `p:${kind}-list(${level}) => ${around}${kind === 'ordered' ? 'ol' : 'ul'} > li:fresh`
}
