import { isSameOffice, type HelixSide, type Office } from '../people/index.ts'

/** A mandate to speak that somebody holds now, with what is said of it beside a name. */
export type Speaking = {
  /** Of the organisation. */
  id: number
  slug: string
  name: string
  helixSide: HelixSide
  publicBody: boolean
  verified: boolean
  from: Date
  until: Date | null
  /** What the organisation says that they are in it. */
  office: Office | null
}

/** Whether a verified public body says the same of somebody's office as they do. */
export function confirmsOffice(office: Office, mandates: readonly Speaking[]): boolean {
  return mandates.some(
    (mandate) =>
      mandate.verified &&
      mandate.publicBody &&
      mandate.office !== null &&
      isSameOffice(mandate.office, office),
  )
}
