/**
 * A page that is the same for everybody who is not signed in, and may be kept until what it shows changes.
 * `path` is a pattern of the router: under a `:slug` it shows that report, else perhaps several. `query`
 * names the parameters that the page reads: asked for with any other, it is not kept. It is kept until midnight at most,
 * of Paris, where days begin here: what planned day is over, and whether an audit is too old, is said on any page.
 */
export type PublicPage = {
  path: string
  query: readonly string[]
  /** What is at this address never changes. */
  unchanging?: boolean
}
