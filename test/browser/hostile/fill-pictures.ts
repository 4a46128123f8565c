import { dataUri } from '../../picture-files.ts'
import { publishFile } from '../../publish-file.ts'
import type { World } from '../../world.ts'
import { drawings } from './drawings.ts'
import { vectors } from './vectors.ts'
import { wordFiles } from './word-files.ts'
import { writeWord } from './write-documents.ts'

/** Where drawings are sent from that were made harmless, and the pages that show them and what Word held. */
export async function fillPictures(world: World): Promise<{ drawn: string[]; pages: string[] }> {
  const figures = drawings.map(
    (drawing, at) =>
      `<figure><img alt="Dessin ${at}" src="${dataUri('image/svg+xml', drawing)}"></figure>` +
      `<figure>${drawing}<figcaption>Dessin ${at}</figcaption></figure>`,
  )
  const text = `<html lang="fr"><h1>Dessins</h1><h2>Partie</h2><p>Des mots.</p>${figures.join('\n')}</html>`
  const blocks = await publishFile(world, 'dessins', { name: 'd.html', bytes: Buffer.from(text) })
  const drawn = blocks.flatMap(({ picture }) =>
    picture ? `/pictures/${picture.sha256}.${picture.type}` : [],
  )
  await Promise.all(
    wordFiles.map((bytes, at) => publishFile(world, `mots-${at}`, { name: 'm.docx', bytes })),
  )
  await publishFile(world, 'mots', { name: 'm.docx', bytes: writeWord(vectors) })
  const pages = wordFiles.map((_, at) => `/fr/reports/mots-${at}/whole`)
  return {
    drawn: [...new Set(drawn)],
    pages: ['/fr/reports/dessins/whole', '/fr/reports/mots/whole', ...pages],
  }
}
