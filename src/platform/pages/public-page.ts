/**
 * A page that is the same for everybody who is not signed in, and may be kept until what it shows changes.
 * `path` is a pattern of the router: under a `:slug` it shows that report, else perhaps several. `query`
 * names the parameters that the page reads: asked for with any other, it is not kept.
 */
export type PublicPage = {
  path: string
  query: readonly string[]
  /** It says what day it is: of Paris, where days begin here. Kept until the next begins. */
  daily?: boolean
  /** What is at this address never changes. */
  unchanging?: boolean
}
