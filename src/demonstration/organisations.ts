import type { TypedOrganisation } from '../organisations/index.ts'
import type { Office } from '../people/index.ts'
import type { Subject } from './people.ts'

export type SampleOrganisation = {
  slug: string
  lead: Subject
  typed: TypedOrganisation
  /** Why it is verified; null where nobody did. */
  verified: string | null
  /** What its lead is in it. */
  office: Office | null
  /** In how many years the mandate to speak for it ends. */
  untilYear: number
}

/** Invented, as their people are. */
export const organisations: SampleOrganisation[] = [
  {
    slug: 'municipio-de-san-telmo',
    lead: 'elue',
    typed: {
      name: 'Municipio de San Telmo',
      description:
        'Un municipio imaginario de 41 000 habitantes, junto a un río que nadie midió.\n\nResponde por escrito a todo lo que sus vecinas y vecinos preguntan, y una mesa por barrio lee las respuestas en voz alta.',
      side: 'political',
      publicBody: 'yes',
      territory: 'San Telmo',
      languages: ['es', 'fr'],
      website: '',
      siret: '',
      mailDomain: '',
    },
    verified:
      'Ville imaginaire, comme tout ce qui est dit dans cette démonstration : vérifiée pour montrer ce que l’on voit alors.',
    office: { kind: 'elected', title: 'concejala' },
    untilYear: 5,
  },
  {
    slug: 'les-ateliers-du-quai',
    lead: 'association',
    typed: {
      name: 'Les Ateliers du quai',
      description:
        'Une association imaginaire de Port-Élan. Elle répare des objets le samedi et des procédures le reste de la semaine.',
      side: 'association',
      publicBody: 'no',
      territory: 'Port-Élan',
      languages: ['fr'],
      website: '',
      siret: '',
      mailDomain: '',
    },
    verified: null,
    office: null,
    untilYear: 2,
  },
]
