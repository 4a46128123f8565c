import type { Command } from 'commander'
import { listBlocks } from './list-blocks.ts'
import { readText } from './read-text.ts'

export function addBlocks(vivace: Command): void {
  vivace
    .command('blocks')
    .description('print the text of a document as JSON: its title, and its blocks in reading order')
    .argument('<file>', 'a .md, .html or .docx file')
    .action(async (path: string) => {
      const document = await readText(path)
      if (document) process.stdout.write(`${JSON.stringify(listBlocks(document))}\n`)
    })
}
