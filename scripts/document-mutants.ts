const parsing = { test: 'src/text/parse-html.test.ts' }
const rules = { test: 'src/text/pictures.test.ts' }
const drawings = { test: 'src/text/sanitise-svg.test.ts' }
const kept = { test: 'test/pictures.test.ts' }
const brought = { test: 'test/pictures-brought.test.ts' }

/** Ways to let a document do harm, to keep a picture that does harm, to show it to whoever may not see it, or to lose it. */
export const documentMutants = [
  {
    name: 'sanitiser: scripts are read as text',
    file: 'src/text/html-elements.ts',
    replace: '  script style template',
    by: '  style template',
    guard: parsing,
  },
  {
    name: 'sanitiser: any address may be linked to',
    file: 'src/text/html-styles.ts',
    replace: '/^(?:https?:\\/\\/|mailto:)[^\\s]/i',
    by: '/./i',
    guard: parsing,
  },
  {
    name: 'pictures: a drawing keeps any element',
    file: 'src/text/sanitise-svg.ts',
    replace: '!drawnElements.has(tagName) || ',
    by: '',
    guard: drawings,
  },
  {
    name: 'pictures: a drawing keeps any value',
    file: 'src/text/sanitise-svg.ts',
    replace: 'if (isHarmless(value)) attributes.set(name, value)',
    by: 'if (isHarmless(value) || true) attributes.set(name, value)',
    guard: drawings,
  },
  {
    name: 'pictures: a drawing leads anywhere',
    file: 'src/text/sanitise-svg.ts',
    replace: "return within.test(href) || (href === '' && tagName !== 'use')",
    by: 'return true',
    guard: drawings,
  },
  {
    name: 'pictures: copies of copies are kept',
    file: 'src/text/sanitise-svg.ts',
    replace: " || (tagName === 'use' && copied)",
    by: '',
    guard: drawings,
  },
  {
    name: 'pictures: a photograph in a drawing is as large as it likes',
    file: 'src/text/sanitise-svg.ts',
    replace: 'return raster !== null && !hasTooManyPoints(raster)',
    by: 'return raster !== null',
    guard: drawings,
  },
  {
    name: 'pictures: a name is looked for as it is written only',
    file: 'src/text/picture-source.ts',
    replace: "return [...new Set([name, name.normalize('NFC'), name.normalize('NFD')])]",
    by: 'return [name]',
    guard: rules,
  },
  {
    name: 'pictures: a name leads out of the folder',
    file: 'src/text/picture-source.ts',
    replace: "|| steps.includes('..') ",
    by: '',
    guard: rules,
  },
  {
    name: 'pictures: a link leads out of the folder',
    file: 'src/imports/read-with-pictures.ts',
    replace: 'if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null',
    by: '',
    guard: { ...brought, only: 'what stands beside' },
  },
  {
    name: 'pictures: a picture of a site is taken for a file',
    file: 'src/text/picture-source.ts',
    replace: "return { problem: 'picture on another site' }",
    by: 'return { bytes: new Uint8Array() }',
    guard: rules,
  },
  {
    name: 'pictures: a picture may be as large as it likes',
    file: 'src/text/keep-pictures.ts',
    replace: "if (bytes.length > pictureLimit) return 'picture too large'\n  const raster",
    by: 'const raster',
    guard: rules,
  },
  {
    name: 'pictures: a drawing may be drawn a million times',
    file: 'src/text/keep-pictures.ts',
    replace: "if (countDrawn(svg) > mostDrawn) return 'drawing without end'",
    by: 'countDrawn(svg)',
    guard: rules,
  },
  {
    name: 'pictures: what a sheet asks for is drawn for nothing',
    file: 'src/text/count-drawn.ts',
    replace: 'return [...shown, ...own, ...given, ...any]',
    by: 'return [...shown, ...own, ...any]',
    guard: { test: 'src/text/count-drawn.test.ts' },
  },
  {
    name: 'pictures: visitors see those that no edition shows',
    file: 'src/reports/picture-store.ts',
    replace: ".whereRef('edition_block.picture_sha256', '=', 'picture.sha256')",
    by: ".where('edition_block.position', '>', 0)",
    guard: kept,
  },
  {
    name: 'pictures: one that is not published may be kept by anybody on the way',
    file: 'src/pictures.ts',
    replace: "own, 'private, no-store')",
    by: 'own)',
    guard: kept,
  },
  {
    name: 'pictures: a drawing opened alone is a page of the site',
    file: 'src/pictures.ts',
    replace: 'if (c.req.path.startsWith(addresses))',
    by: 'if (false as boolean)',
    guard: kept,
  },
  {
    name: 'pictures: the digest of a block leaves its picture out',
    file: 'src/text/block.ts',
    replace: '...(picture ? [shownBy(picture)] : [])',
    by: '',
    guard: rules,
  },
  {
    name: 'pictures: an edition freezes words alone',
    file: 'src/reports/hash-block.ts',
    replace: '...(block.picture && { picture: pictureDocument(block.picture) }),',
    by: '',
    guard: kept,
  },
  {
    name: 'pictures: verify does not look at them',
    file: 'src/editions/verify-pictures.ts',
    replace: 'await listLostPictures(db)',
    by: '(await listLostPictures(db)).slice(0, 0)',
    guard: kept,
  },
]
