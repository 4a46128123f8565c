/** Nothing is there for this reader: also what they may not see. Turned into a page in `answer-error.tsx` only. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** What the table of permissions opens to others only: to whoever asks it is not there, and the log says that it was tried. */
export class NotAllowed extends NotFound {
  override name = 'NotAllowed'
  readonly action: string
  /** By pseudonym. */
  readonly who: string

  constructor(action: string, who: string) {
    super(`${action} is not for ${who}`)
    this.action = action
    this.who = who
  }
}

/** The act needs a person: turned into a visit of the sign-in page that comes back, or a page that keeps the words that were sent. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded'
}

/** The act needs a person who has proven lately who they are: as above. */
export class SignInAgain extends SignInNeeded {
  override name = 'SignInAgain'
}

/** What was sent are choices that took their time: it is kept to be sent once more even where there is no word in it. */
export class SignInToKeep extends SignInNeeded {
  override name = 'SignInToKeep'
}

/** That was done too often, and can be done again from then on: turned into a page that says so. */
export class TooMany extends Error {
  override name = 'TooMany'
  /** Its name. */
  readonly limit: string
  readonly until: Date

  constructor(limit: string, until: Date) {
    super(`${limit}: too many`)
    this.limit = limit
    this.until = until
  }
}

/** What was sent is no form of ours, or cannot be read as one. */
export class BadForm extends Error {
  override name = 'BadForm'
}

/** The act is not for whoever is banned where it would be done: turned into a page that says until when and why. */
export class Banned extends Error {
  override name = 'Banned'
  readonly ban: number
  constructor(ban: number) {
    super(`ban ${ban}`)
    this.ban = ban
  }
}
