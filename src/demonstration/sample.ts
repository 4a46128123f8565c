import type { HelixSide } from '../people/index.ts'
import type { GrantedRole } from '../permissions.ts'

export const slug = 'la-ville-en-partage'

type Account = {
  subject: string
  displayName: string
  helixSide: HelixSide
  organisation: string | null
  role?: GrantedRole
}

/** Invented people, one for each role and each side of the helix. */
export const accounts: Account[] = [
  {
    subject: 'redaction',
    displayName: 'Salomé Aubrac',
    helixSide: 'political',
    organisation: 'Mission Ville en partage',
    role: 'editor-in-chief',
  },
  {
    subject: 'rapporteur',
    displayName: 'Camille Desnos',
    helixSide: 'academic',
    organisation: 'Mission Ville en partage',
    role: 'rapporteur',
  },
  { subject: 'habitante', displayName: 'Nour B.', helixSide: 'citizen', organisation: null },
  {
    subject: 'association',
    displayName: 'Yann Le Goff',
    helixSide: 'association',
    organisation: 'Les Ateliers du quai',
  },
  {
    subject: 'elue',
    displayName: 'Teresa Quiroga',
    helixSide: 'political',
    organisation: 'Municipio de San Telmo',
  },
  {
    subject: 'entreprise',
    displayName: 'Hugo Maréchal',
    helixSide: 'economic',
    organisation: 'Réseau Capteurs',
  },
]

export type SampleAmendment = {
  by: string
  lang: string
  /** Words of the sentence that it rewrites. */
  replaces: string
  wording: string
  body: string
}

export const amendments: SampleAmendment[] = [
  {
    by: 'habitante',
    lang: 'fr',
    replaces: 'Cette liste est publiée dans un format ouvert.',
    wording:
      'Cette liste est publiée dans un format ouvert et affichée à l’accueil de la mairie, pour ceux qui n’ont pas Internet.',
    body: 'Un inventaire que l’on ne peut lire qu’en ligne oublie précisément les personnes qu’il devrait rassurer. Une feuille à l’accueil ne coûte rien.',
  },
  {
    by: 'association',
    lang: 'fr',
    replaces: 'La remise a lieu au moins une fois par an.',
    wording: 'La remise a lieu au moins une fois par trimestre.',
    body: 'Une fois par an, les données arrivent après la décision qu’elles devaient éclairer. Le trimestre est le rythme des conseils de quartier.',
  },
  {
    by: 'entreprise',
    lang: 'fr',
    replaces: 'Elle est gratuite.',
    wording: 'Elle est rémunérée au coût de production.',
    body: 'Produire, nettoyer et livrer ces données a un coût. S’il n’est pas payé, il sera reporté sur le prix du contrat, sans que personne ne le voie.',
  },
  {
    by: 'elue',
    lang: 'es',
    replaces: 'Celles qui cherchent un partenaire le disent.',
    wording:
      'Celles qui cherchent un partenaire le disent, dans leur langue, et trouvent une réponse dans le mois.',
    body: 'Una ciudad que busca ayuda y no recibe respuesta no vuelve a preguntar. El plazo importa más que la plataforma.',
  },
]

/** In the order of the amendments; the last has no answer yet when edition 2 is published. */
export const answers = [
  {
    decision: 'accepted' as const,
    reason:
      'Accepté. L’affichage à l’accueil vaut pour toutes les communes, y compris celles qui n’ont qu’une ligne à montrer.',
  },
  {
    decision: 'accepted' as const,
    reason:
      'Accepté : deux communes entendues en audition publient déjà chaque trimestre, sans charge supplémentaire.',
  },
  {
    decision: 'declined' as const,
    reason:
      'Non retenu. Le coût existe, mais il doit se lire dans le prix du contrat au moment de le signer, et non à chaque remise. Nous ajouterons une phrase en ce sens si un amendement la propose.',
  },
]

export const lateAmendments: SampleAmendment[] = [
  {
    by: 'habitante',
    lang: 'fr',
    replaces: 'Le délai de réponse est annoncé d’avance.',
    wording: 'Le délai de réponse est annoncé d’avance et ne dépasse pas trois mois.',
    body: 'Annoncer un délai de deux ans respecterait la phrase actuelle. Trois mois laissent le temps de lire et de réfléchir.',
  },
]
