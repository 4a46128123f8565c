import type { Schema } from 'hast-util-sanitize'

/** All that a body may hold; whatever else comes out of a parser is dropped, its words kept. */
export const bodySchema: Schema = {
  tagNames: 'p strong em del a br code pre hr ul ol li blockquote h1 h2 h3 h4 h5 h6'.split(' '),
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {},
  clobber: [],
  required: {},
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
}
