import type { HelixSide } from '../people/index.ts'
import type { GrantedRole } from '../permissions.ts'
import type { OfferedLocale } from '../platform/messages.ts'

export type SamplePerson = {
  subject: string
  displayName: string
  helixSide: HelixSide
  organisation: string | null
  role?: GrantedRole
  /** In which they are written to; French where it is not said. */
  locale?: OfferedLocale
}

/** Invented, one for each role and each side of the helix; anybody may sign in as one of them. */
export const accounts = [
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
  {
    subject: 'secretariat',
    displayName: 'Élie Sarrazin',
    helixSide: 'political',
    organisation: 'Mission Ville en partage',
    role: 'clerk',
  },
  {
    subject: 'administration',
    displayName: 'Renaud Pastel',
    helixSide: 'political',
    organisation: 'Mission Ville en partage',
    role: 'administrator',
  },
  {
    subject: 'moderation',
    displayName: 'Maud Kerbrat',
    helixSide: 'association',
    organisation: 'Collectif des médiateurs',
    role: 'moderator',
  },
  {
    subject: 'garante',
    displayName: 'Garance Delmas',
    helixSide: 'citizen',
    organisation: null,
    role: 'guarantor',
  },
  { subject: 'habitante', displayName: 'Nour B.', helixSide: 'citizen', organisation: null },
  {
    subject: 'association',
    displayName: 'Yann Le Goff',
    helixSide: 'association',
    organisation: null,
  },
  {
    subject: 'elue',
    displayName: 'Teresa Quiroga',
    helixSide: 'political',
    organisation: null,
    locale: 'es',
  },
  {
    subject: 'entreprise',
    displayName: 'Hugo Maréchal',
    helixSide: 'economic',
    organisation: 'Réseau Capteurs',
  },
  {
    subject: 'chercheuse',
    displayName: 'Inès Valadier',
    helixSide: 'academic',
    organisation: 'Université de Port-Élan',
  },
] as const satisfies readonly SamplePerson[]

/** Invented as well; they have an address, and no button on the page where one signs in. */
export const voices = [
  {
    subject: 'secretaire',
    displayName: 'Bernard Toutain',
    helixSide: 'political',
    organisation: 'Mairie des Aulnes-Basses',
  },
  {
    subject: 'adjoint',
    displayName: 'Jean-Marc Vasseur',
    helixSide: 'political',
    organisation: 'Ville de Montreuge',
  },
  {
    subject: 'mediateur',
    displayName: 'Idrissa Kane',
    helixSide: 'association',
    organisation: 'Ici on vous aide, Kéréba',
  },
  { subject: 'retraitee', displayName: 'Paulette R.', helixSide: 'citizen', organisation: null },
  { subject: 'lyceen', displayName: 'Malo, 17 ans', helixSide: 'citizen', organisation: null },
  { subject: 'grincheux', displayName: 'Gérard L.', helixSide: 'citizen', organisation: null },
  {
    subject: 'cooperative',
    displayName: 'Priya Nair',
    helixSide: 'economic',
    organisation: 'Openfield Co-operative, Ashcombe Bay',
  },
  {
    subject: 'lecturer',
    displayName: 'Daniel Whitlock',
    helixSide: 'academic',
    organisation: 'Ashcombe Bay College',
  },
  {
    subject: 'vecina',
    displayName: 'Lucía Paredes',
    helixSide: 'citizen',
    organisation: null,
    locale: 'es',
  },
  {
    subject: 'biblioteca',
    displayName: 'Tomás Iglesias',
    helixSide: 'association',
    organisation: 'Biblioteca Popular de San Telmo',
    locale: 'es',
  },
] as const satisfies readonly SamplePerson[]

export type Subject = (typeof accounts | typeof voices)[number]['subject']
