import type { Testimony } from '../topics/index.ts'
import type { SampleContribution } from './sample.ts'

/** `inDays`: from the day of the first start; a phase that is over was added while it was still to come. */
type SamplePhase = {
  opensInDays: number
  closesInDays: number
  addedDaysAgo: number
  label?: string
  prompt?: string
}

/** `on`: words of the passage that is quoted, of the first edition; `quote`: what is quoted of it. */
export type SampleTopic = {
  key: string
  begunDaysAgo: number
  title: string
  assertion?: string
  questions: readonly string[]
  extracts?: readonly { on: string; quote: string }[]
  testimonies?: readonly Testimony[]
  phases: readonly SamplePhase[]
  /** When its second phase was prolonged, and by how many days. */
  prolonged?: { daysAgo: number; by: number }
}

export const topics: readonly SampleTopic[] = [
  {
    key: 'lieux',
    begunDaysAgo: 89.35,
    title: 'Des lieux où l’on vous aide',
    assertion:
      'Un service numérique que l’on comprend commence par un endroit où quelqu’un vous répond, près de chez vous, aux heures où vous êtes libre.',
    questions: [
      'Quel lieu de votre ville joue déjà ce rôle, et qui le tient ?',
      'Qu’est-ce qui l’a fait durer, ou fermer ?',
      'Avez-vous une réussite locale à partager, même petite ?',
    ],
    extracts: [
      {
        on: 'Un lieu est ouvert dans chaque quartier',
        quote: 'Un lieu est ouvert dans chaque quartier (…) Ses horaires conviennent',
      },
    ],
    testimonies: [
      {
        name: 'Awa, 61 ans',
        about: 'habituée du café « Ici on vous aide »',
        place: 'Kéréba',
        lang: 'fr',
        words:
          'Je venais pour un papier de la caisse de retraite. J’y retourne pour le thé, et parce que maintenant c’est moi qu’on attend pour la traduction du mardi.',
      },
      {
        name: 'Lucía P.',
        about: 'bibliotecaria',
        place: 'San Telmo',
        lang: 'es',
        words:
          'El cartel no dice «digital». Dice «aquí se ayuda». La primera semana entraron ocho personas; la cuarta, tuvimos que pedir más sillas.',
      },
    ],
    phases: [
      {
        opensInDays: -89,
        closesInDays: -85,
        addedDaysAgo: 89.34,
        label: 'Avant la première édition',
        prompt: 'Le texte s’écrit encore : racontez ce que vous avez vu marcher.',
      },
      {
        opensInDays: -80,
        closesInDays: 40,
        addedDaysAgo: 82.4,
        label: 'Mise en action',
        prompt: 'L’édition est là. Qu’en ferez-vous, et que manque-t-il pour commencer ?',
      },
    ],
    prolonged: { daysAgo: 12.4, by: 26 },
  },
  {
    key: 'egal-a-egal',
    begunDaysAgo: 24.5,
    title: 'Coopérer d’égal à égal, concrètement',
    assertion: 'Une ville étrangère a la même place qu’une ville française.',
    questions: [
      'Dans quelle langue se sont tenues vos dernières réunions, et qui en a décidé ?',
      'Qu’avez-vous appris d’une ville partenaire que vous n’attendiez pas ?',
    ],
    extracts: [
      {
        on: 'Nous avons suivi, pendant nos travaux',
        quote:
          'La première apportait sa méthode d’inventaire. (…) Un an plus tard, Sarmance lisait la sienne au marché.',
      },
    ],
    phases: [{ opensInDays: 14, closesInDays: 104, addedDaysAgo: 24.4 }],
  },
  {
    key: 'repondre',
    begunDaysAgo: 78.5,
    title: 'Que promet-on quand on consulte ?',
    questions: [
      'À quel délai de réponse vous tenez-vous, et que se passe-t-il quand il est passé ?',
    ],
    extracts: [
      { on: 'Une consultation est une promesse.', quote: 'Une consultation est une promesse.' },
    ],
    phases: [{ opensInDays: -77, closesInDays: -35, addedDaysAgo: 78.4 }],
  },
]

/** What was said of topics, by when: `topic` names the one. */
type SaidOfTopic = SampleContribution & { topic: string }

/** Before there was an edition to read. */
export const saidBeforeEdition: readonly SaidOfTopic[] = [
  {
    key: 'lieu-marche',
    topic: 'lieux',
    daysAgo: 87.61,
    by: 'association',
    kind: 'local-success',
    lang: 'fr',
    title: 'Une permanence au marché, entre le poissonnier et la mercerie',
    place: 'Port-Élan',
    body: 'Le vendredi, deux heures, une table et un parasol. Personne ne demande ce que nous faisons là : on s’assied. En un an, 340 démarches menées jusqu’au bout, et la mairie a fini par nous prêter une prise de courant.',
    supportedBy: ['habitante', 'chercheuse', 'secretaire'],
  },
]

/** Once the first edition was there. */
export const saidOfTopics: readonly SaidOfTopic[] = [
  {
    key: 'delai-affiche',
    topic: 'repondre',
    daysAgo: 70.2,
    by: 'elue',
    kind: 'remark',
    lang: 'es',
    body: 'En nuestro municipio anunciamos treinta días hábiles y lo escribimos en la puerta. Cuando no llegamos, el contador del vestíbulo se pone en rojo; es incómodo, y por eso funciona.',
    supportedBy: ['habitante', 'cooperative'],
  },
  {
    key: 'lieu-horaires',
    topic: 'lieux',
    daysAgo: 41.7,
    by: 'secretaire',
    kind: 'question',
    lang: 'fr',
    body: 'Qui paie le mercredi soir ? Chez nous le lieu est prêt, le chauffage aussi, mais personne n’a le droit d’avoir la clé après 18 heures.',
    supportedBy: ['association'],
  },
]

/** Once the second was there. */
export const saidOfTopicsLater: readonly SaidOfTopic[] = [
  {
    key: 'lieu-contre',
    topic: 'lieux',
    daysAgo: 17.45,
    by: 'entreprise',
    kind: 'argument',
    stance: 'against',
    lang: 'fr',
    body: 'Un lieu par quartier, c’est onze lieux chez nous, et onze loyers. Deux équipes mobiles coûtent moins et vont aussi dans les hameaux, où il n’y aura jamais de pas-de-porte.',
  },
  {
    key: 'lieu-reponse',
    topic: 'lieux',
    daysAgo: 16.3,
    by: 'chercheuse',
    kind: 'argument',
    stance: 'for',
    lang: 'fr',
    to: 'lieu-contre',
    body: 'Les équipes mobiles que nous avons suivies voient deux fois plus de monde la première année, et deux fois moins la troisième : on ne sait plus quand elles passent. Un lieu, on y revient.',
    supportedBy: ['habitante'],
  },
]
