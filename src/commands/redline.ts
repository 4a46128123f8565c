import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { z } from 'zod'
import { isOffered, offeredLocales } from '../platform/messages.ts'
import { redlineTexts, type ParsedDocument, type RedlineItem } from '../text/index.ts'
import { listBlocks } from './list-blocks.ts'
import { readTexts } from './read-text.ts'
import { writeRedlinePage } from './redline-page.tsx'

const formats = ['html', 'json', 'text'] as const
const options = z.object({
  format: z.enum(formats),
  lang: z.enum(offeredLocales).optional(),
})

export function addRedline(vivace: Command): void {
  vivace
    .command('redline')
    .description('print what changed from one document to another, passage by passage')
    .argument('<old>', 'a .md, .html or .docx file')
    .argument('<new>', 'the same text as it is now, in any of these formats')
    .addOption(
      new Option('--format <format>', 'a page that needs nothing but itself, data, or plain text')
        .choices(formats)
        .default('text'),
    )
    .addOption(
      new Option(
        '--lang <language>',
        'what the page says things in, if not in the text’s own',
      ).choices(offeredLocales),
    )
    .action(printRedline)
}

async function printRedline(oldPath: string, newPath: string, given: unknown): Promise<void> {
  const { format, lang } = options.parse(given)
  const texts = await readTexts(oldPath, newPath)
  if (!texts) return
  const items = redlineTexts(texts.old.blocks, texts.now.blocks)
  if (format === 'html') {
    const spoken = [lang, texts.now.lang, texts.old.lang].map((tag) => tag?.split('-')[0] ?? '')
    const locale = spoken.find(isOffered) ?? 'en'
    const names = { old: basename(oldPath), now: basename(newPath) }
    process.stdout.write(`${await writeRedlinePage({ ...texts, items, locale, names })}\n`)
    return
  }
  process.stdout.write(`${writers[format](texts, items)}\n`)
}

type Texts = { old: ParsedDocument; now: ParsedDocument }

/** How each format of data writes a redline. */
export const writers: Record<'json' | 'text', (texts: Texts, items: RedlineItem[]) => string> = {
  json: ({ old, now }, items) =>
    JSON.stringify({ old: listBlocks(old), new: listBlocks(now), items }),
  text: (_, items) => items.flatMap(sayItem).join('\n\n'),
}

/** What stayed is left out. */
function sayItem({ kind, runs }: RedlineItem): string[] {
  if (kind === 'same') return []
  const marks = { same: ['', ''], ins: ['[+', '+]'], del: ['[-', '-]'] } as const
  const words = runs.map(({ op, text }) => marks[op][0] + text + marks[op][1]).join('')
  return [`${kind}: ${words}`]
}
