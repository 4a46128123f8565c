import { docx, paragraph, paragraphStyle, wordPart } from './docx.ts'

const styles = {
  'word/styles.xml': wordPart(
    'styles',
    paragraphStyle('Titre', 'Title') + paragraphStyle('Titre1', 'heading 1'),
  ),
}

/** A Word file with a title, and a paragraph for each line: `# ` begins a heading; cells stand between bars. */
export function wordFile(lines: readonly string[]): Uint8Array {
  return docx(paragraph('Répondre à chacun', 'Titre') + lines.map(wordLine).join(''), styles)
}

function wordLine(line: string): string {
  if (line.startsWith('# ')) return paragraph(line.slice(2), 'Titre1')
  if (line.includes('|')) return `<w:tbl>${line.split(' / ').map(wordRow).join('')}</w:tbl>`
  return paragraph(line)
}

function wordRow(line: string): string {
  const cells = line.split('|').map((cell) => `<w:tc>${paragraph(cell.trim())}</w:tc>`)
  return `<w:tr>${cells.join('')}</w:tr>`
}

/** A report as a Word file has it, and as that file came back. */
export const firstWord = [
  '# Répondre',
  'Chaque commune publie la liste de ses services chaque année.',
  'Toute demande reçoit une réponse écrite. Elle indique les voies de recours, et le nom de qui l’a faite.',
  'Un accusé de réception part sous trois jours ouvrés au plus.',
  'Il dit quand la réponse viendra, et qui la prépare.',
  'Demande | Délai / Écrite | 1 mois / Orale | 2 jours',
  '# Parler clair',
  'Les services parlent une langue claire; un sigle y est développé.',
  'Un registre des réclamations est tenu dans chaque mairie et relu chaque semestre.',
  'Les formulaires sont essayés par des personnes qui ne les ont jamais vus.',
  '# Rendre compte',
  'Le conseil débat chaque printemps du délai moyen des réponses.',
  'Un passage qui reste, à sa place et mot pour mot.',
]
export const secondWord = [
  '# Répondre',
  'Chaque commune publie la liste de ses services chaque trimestre.',
  'Toute demande reçoit une réponse écrite.',
  'Elle indique les voies de recours, et le nom de qui l’a faite.',
  'Un accusé de réception part sous trois jours ouvrés au plus. Il dit quand la réponse viendra, et qui la prépare.',
  'Demande | Délai / Écrite | 2 mois / Orale | 2 jours',
  '# Parler clair',
  'Les services parlent une langue claire ; un sigle y est développé.',
  '# Rendre compte',
  'Les formulaires sont essayés par des personnes qui ne les ont jamais vus.',
  'Le conseil débat chaque printemps du délai moyen des réponses.',
  'Un passage qui reste, à sa place et mot pour mot.',
  'Un bilan est publié chaque été, avec les chiffres bruts.',
]
