import type { Draw } from './draw.ts'

/** Words in the place of which others can be put. */
const synonyms: string[][] = [
  ['projet', 'programme', 'dispositif'],
  ['dangereux', 'risqué', 'périlleux', 'alarmant'],
  ['citoyens', 'habitants', 'administrés', 'Français'],
  ['argent', 'budget', 'financement'],
  ['décision', 'mesure', 'disposition'],
  ['refuser', 'rejeter', 'repousser', 'combattre'],
  ['surveillance', 'contrôle', 'traçage'],
  ['important', 'essentiel', 'capital', 'décisif'],
  ['rapidement', 'vite', 'sans tarder', 'au plus tôt'],
  ['responsables', 'élus', 'décideurs', 'dirigeants'],
]

type Campaign = { names: string[]; sentences: string[][] }

/** Each sentence in several wordings; a seed takes one campaign. */
const campaigns: [Campaign, ...Campaign[]] = [
  {
    names: ['Lille', 'Besançon', 'Nantes', 'Metz', 'Pau', 'Reims', 'Tours', 'Brest'],
    sentences: [
      [
        'Ce projet est dangereux pour les citoyens de {nom}.',
        'À {nom}, ce projet paraît dangereux aux citoyens.',
        'Pour nous qui vivons à {nom}, un tel projet est dangereux.',
      ],
      [
        'Il installe une surveillance permanente de nos rues.',
        'Nos rues seront sous surveillance permanente.',
        'Avec lui la surveillance devient permanente dans nos rues.',
      ],
      [
        'On dépense notre argent sans nous demander notre avis.',
        'Notre argent est dépensé sans que personne nous demande rien.',
        'Personne ne nous a demandé comment employer notre argent.',
      ],
      [
        'Nous demandons de refuser cette décision rapidement.',
        'Il faut refuser cette décision, et rapidement.',
        'Que cette décision soit refusée : il faut la refuser rapidement.',
      ],
      [
        'Il est important que les responsables écoutent enfin.',
        'Les responsables doivent écouter, c’est important.',
        'Que les responsables écoutent, voilà ce qui est important.',
      ],
      [
        'Rien ne justifie une telle dépense aujourd’hui.',
        'Aujourd’hui une telle dépense n’est justifiée par rien.',
        'Une dépense pareille ne se justifie pas aujourd’hui.',
      ],
      [
        'Demain il sera trop tard pour revenir en arrière.',
        'Revenir en arrière sera impossible demain.',
        'On ne pourra plus revenir en arrière demain.',
      ],
    ],
  },
  {
    names: ['Dupont', 'Moreau', 'Lambert', 'Garnier', 'Faure', 'Rousseau', 'Blanc'],
    sentences: [
      [
        'Avec madame {nom} nous soutenons la filière et rien d’autre.',
        'Comme monsieur {nom} je soutiens la filière, rien d’autre.',
        'La filière d’abord, comme le dit {nom}.',
      ],
      [
        'Sans ce projet nos entreprises fermeront l’une après l’autre.',
        'Nos entreprises ferment l’une après l’autre faute de projet.',
        'C’est le projet qui empêchera nos entreprises de fermer.',
      ],
      [
        'Les responsables ont trop attendu, il faut agir rapidement.',
        'On a trop attendu : que les responsables agissent rapidement.',
        'Agissons rapidement, les responsables ont déjà trop attendu.',
      ],
      [
        'L’argent public doit aller à ceux qui créent des emplois.',
        'À ceux qui créent des emplois doit aller l’argent public.',
        'Ceux qui créent des emplois méritent l’argent public.',
      ],
      [
        'C’est une décision important pour tous les territoires.',
        'Tous les territoires attendent cette décision important.',
        'Pour chaque territoire la décision est important.',
      ],
      [
        'Les règles actuelles étouffent ceux qui entreprennent.',
        'Ceux qui entreprennent sont étouffés par les règles actuelles.',
        'Des règles d’un autre âge étouffent ceux qui entreprennent.',
      ],
    ],
  },
]

/** Letters that look alike in other alphabets. */
const lookalikes: Record<string, string> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  i: 'і',
  x: 'х',
}
const unseen = ['\u200b', '\u200c', '\u2060', '\u00ad']

/** The campaign's text in other words: sentences in another order, one or two left out, synonyms, names, signs. */
export function spin(draw: Draw, seed: number): string {
  const { names, sentences } = campaigns[seed % campaigns.length] ?? campaigns[0]
  const chosen = draw.shuffled(sentences).slice(0, sentences.length - draw.between(0, 2))
  const said = chosen
    .map((wordings) => draw.of(wordings).replace('{nom}', draw.of(names)))
    .map((sentence) => withSynonyms(draw, sentence))
    .join(draw.of([' ', '\n\n', ' ']))
  return disguise(draw, said)
}

function withSynonyms(draw: Draw, sentence: string): string {
  return synonyms.reduce(
    (said, [word = '', ...others]) =>
      draw.happens(0.7) ? said.replace(word, draw.of([word, ...others])) : said,
    sentence,
  )
}

/** One text in two has letters of other alphabets, one in three signs that nobody sees. */
function disguise(draw: Draw, text: string): string {
  const foreign = draw.happens(0.5) ? 0.08 : 0
  const hidden = draw.happens(1 / 3) ? 0.03 : 0
  return Array.from(text)
    .map((sign) => (draw.happens(foreign) ? (lookalikes[sign] ?? sign) : sign))
    .map((sign) => (draw.happens(hidden) ? sign + draw.of(unseen) : sign))
    .join('')
}
