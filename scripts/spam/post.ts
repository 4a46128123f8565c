/** How a form is sent: as a browser shows it, with its preview, or at once, as a program does. */
export type Way = 'previewed' | 'at-once'

/**
 * What a program does with the fields of a form that nobody sees: sends them as they came with its own form; as
 * they came with another account's form, which it saw a while ago; or those, with another key of the same length.
 */
export type HiddenFields = 'own' | 'seen-elsewhere' | 'own-key-made-up'

/** One post, before anything of the site is known but that it has a form with a body. Times in milliseconds. */
export type Post = {
  strategy: string
  account: string
  /** When the account was made. */
  joinedAt: number
  /** From where. */
  address: string
  /** When its form is opened. */
  openedAt: number
  /** From opening the form to sending it the first time, and from the preview to publishing. */
  writing: number
  reading: number
  way: Way
  hidden: HiddenFields
  /** Fills whatever the page has to fill in, without looking. */
  fillsAll: boolean
  /** Can be sent by a browser instead. */
  likeABrowser: boolean
  stance: 'for' | 'against'
  body: string
}

/** The posts of one kind of sender, from a seed. */
export type Strategy = {
  name: string
  /** In one sentence, for the table. */
  is: string
  posts(seed: number, count: number, real: RealArguments): Post[]
}

export type RealArguments = {
  /** Of the honest crowd. */
  honest: Post[]
  /** Everything else that was said in the consultation: what can be found elsewhere and copied. */
  elsewhere: string[]
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** When the three days of an attack begin; a Tuesday morning. */
export const beginning = Date.parse('2027-03-02T07:00:00Z')
