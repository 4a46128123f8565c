/** Elements whose words mammoth leaves out, and what it reads in the same way but for that. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ['w:dir', 'smartTag'],
  ['w:bdo', 'smartTag'],
  ['w:ruby', 'smartTag'],
  ['w:rubyBase', 'smartTag'],
  ['w:cr', 'br'],
  ['v:oval', 'rect'],
  ['v:line', 'rect'],
  ['v:polyline', 'rect'],
])

/** What is counted by the names of elements. */
export const counted: ReadonlyMap<string, string> = new Map([
  ['w:ins', 'tracked insertion, kept'],
  ['w:del', 'tracked deletion'],
  ['w:moveFrom', 'tracked move'],
  ['w:rt', 'formatting of ruby'],
  ['w:altChunk', 'embedded document'],
  ['w:subDoc', 'embedded document'],
])

/** What no drawing says in words, so that it is lost unless something else says it. */
export const lostInDrawings: ReadonlyMap<string, string> = new Map([
  ['m:oMath', 'equation'],
  ['o:OLEObject', 'embedded object'],
])
