import { publishFile } from './publish-file.ts'
import type { World } from './world.ts'

const long = `Un mot${'interminable'.repeat(8)} et la suite.`

/** A text, and the same with changes of every kind: moved, split, of a table, of marks, of typography… */
export const oldText = `# Loi

Chaque commune publie la liste de ses services chaque année.

## Article 1

Toute demande reçoit une réponse écrite. Elle indique les voies de recours, et le nom de qui l’a faite.

Les services parlent une langue claire; un sigle y est développé.

- un premier élément de la liste

| Demande | Délai | Prix |
|---|---|---|
| Écrite | 1 mois | 3 € |
| Orale | 2 jours | 0 € |

${['Un passage qui reste.', 'Un autre qui reste.', 'Un troisième qui reste.'].join('\n\n')}

## Article 2

Un texte dont les mots importants ne sont pas en gras.

Ce passage-ci sera supprimé sans rien qui le remplace dans la loi.

## Article 3

Un article qui déménage tout au début de la loi, où il est mieux à sa place.

Il emporte avec lui ce second alinéa.
`
export const newText = `# Loi

## Article 3

Un article qui déménage tout au début de la loi, où il est bien mieux à sa place.

Il emporte avec lui ce second alinéa.

## Article 0

${long}

Chaque commune publie la liste de ses services chaque trimestre.

## Article 1

Toute demande reçoit une réponse écrite.

Elle indique les voies de recours, et le nom de qui l’a faite.

Les services parlent une langue claire ; un sigle y est développé.

- un premier élément de la liste
- un élément de plus dans cette même liste

| Demande | Délai |
|---|---|
| Écrite | 2 mois |
| Par courriel | 1 jour |
| Orale | 2 jours |

${['Un passage qui reste.', 'Un autre qui reste.', 'Un troisième qui reste.'].join('\n\n')}

## Article 2

Un texte dont les **mots importants** ne sont pas en gras.
`

/** Three editions of a report: the text, the changed one, and the first again. */
export async function publishCompared(world: World): Promise<void> {
  for (const text of [oldText, newText, oldText]) {
    await publishFile(world, 'comparee', { name: 'loi.md', bytes: Buffer.from(text) })
  }
}
