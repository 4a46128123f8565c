import type { ContributionKind, Stance } from '../contributions/index.ts'

/** What somebody of the demonstration says, beside amendments. */
export type SampleContribution = {
  by: string
  kind: ContributionKind
  lang: string
  /** Words of the passage that it is about; the whole report without. */
  on?: string
  /** Exact words of that passage. */
  words?: string
  /** Which of the ones before it answers, from 0. */
  answers?: number
  stance?: Stance
  title?: string
  body: string
  explanation?: string
  link?: string
  place?: string
  supportedBy?: string[]
}

/** What a sample leaves out. */
export const unsaid = {
  on: null,
  words: '',
  answers: null,
  stance: null,
  title: '',
  explanation: '',
  link: '',
  place: '',
  supportedBy: [],
} satisfies { [F in keyof SampleContribution]?: unknown }

/** Illustrative, of every kind, from every side, in three languages. */
export const debate: SampleContribution[] = [
  {
    by: 'habitante',
    kind: 'question',
    lang: 'fr',
    on: 'Chaque collectivité tient à jour la liste',
    words: 'qui les reçoit',
    body: 'Est-ce que « qui les reçoit » comprend aussi les sous-traitants ? C’est souvent là que l’on perd la trace de nos données.',
    supportedBy: ['association', 'elue'],
  },
  {
    by: 'entreprise',
    kind: 'remark',
    lang: 'fr',
    answers: 0,
    body: 'Nos contrats nomment déjà chaque sous-traitant. Les publier ne nous gênerait pas, à condition que tous le fassent.',
    supportedBy: ['habitante'],
  },
  {
    by: 'association',
    kind: 'argument',
    lang: 'fr',
    stance: 'for',
    on: 'Un lieu est ouvert dans chaque quartier',
    body: 'Chez nous, l’atelier du samedi a ramené au guichet des gens qui n’y venaient plus. Un lieu où l’on peut *essayer sans se tromper* fait plus qu’un tutoriel.',
    supportedBy: ['habitante', 'elue', 'rapporteur'],
  },
  {
    by: 'entreprise',
    kind: 'argument',
    lang: 'fr',
    stance: 'against',
    on: 'Un lieu est ouvert dans chaque quartier',
    body: 'Un lieu par quartier disperse des moyens déjà rares. Deux lieux bien ouverts, le soir et le samedi, serviraient mieux une petite ville.',
    supportedBy: ['elue'],
  },
  {
    by: 'habitante',
    kind: 'argument',
    lang: 'fr',
    stance: 'against',
    answers: 3,
    body: 'Deux lieux, c’est deux bus pour la moitié des habitants. La distance est la première chose qui décourage.',
  },
  {
    by: 'elue',
    kind: 'local-success',
    lang: 'es',
    on: 'Les communes qui ont réussi quelque chose',
    title: 'Una mesa por barrio para leer las respuestas',
    place: 'San Telmo (municipio imaginario)',
    body: 'Cada mes, una mesa de vecinos lee en voz alta las respuestas del municipio y marca las que no se entienden.\n\n- Costo: el café y una tarde de dos agentes.\n- Resultado: las respuestas se acortaron a la mitad en un año.',
    supportedBy: ['habitante', 'association'],
  },
  {
    by: 'rapporteur',
    kind: 'source',
    lang: 'fr',
    on: 'Tout document remis aux habitants',
    title: 'Une page d’exemple sur l’écriture claire (adresse fictive)',
    link: 'https://example.org/ecriture-claire',
    body: 'Dix règles d’une page, avec leurs contre-exemples. Illustratif : l’adresse ne mène à rien.',
  },
  {
    by: 'elue',
    kind: 'remark',
    lang: 'en',
    on: 'Une donnée produite dans la rue',
    body: 'The border between the street’s data and people’s lives moves with every new sensor. Could the text say **who convenes** the public discussion, and how often?',
    supportedBy: ['rapporteur'],
  },
  {
    by: 'association',
    kind: 'new-proposition',
    lang: 'fr',
    on: 'Deuxième partie. Partager',
    title: 'Prêter du matériel comme on prête des livres',
    body: 'Les bibliothèques prêtent ordinateurs et connexions pour un mois, sans justificatif de revenus, avec une heure d’accompagnement.',
    explanation:
      'Partager des données n’a pas de sens pour qui ne peut pas les lire. Le prêt existe déjà pour les livres ; le réseau, les horaires et la confiance sont là.',
    supportedBy: ['habitante', 'elue', 'entreprise'],
  },
  {
    by: 'habitante',
    kind: 'remark',
    lang: 'fr',
    body: 'Le texte parle peu de celles et ceux qui n’ont pas de téléphone récent. Une phrase d’introduction suffirait à rappeler qu’aucun service ne doit l’exiger.',
  },
]
