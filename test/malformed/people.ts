export const hoarder = 'Quelqu’un qui garde tous ses brouillons'

/** By whom requests are sent; `garbage` and `ended` have a cookie that opens nothing. */
export const names = [
  'visitor',
  'Nour',
  'Iris',
  'Camille',
  'Salomé',
  hoarder,
  'Odile',
  'Ada',
  'Administration',
  'Bruno',
  'Garance',
  'garbage',
  'ended',
] as const
export type Name = (typeof names)[number]

/** A page that somebody sees. */
export type Page = readonly [as: Name, path: string]
