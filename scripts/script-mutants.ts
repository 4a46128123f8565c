const runs = (only: string) => ({ test: 'test/browser/no-script-runs.test.ts', only })
const said = runs('nothing runs on a page')
const typed = runs('nothing runs that is typed')
const mailed = runs('nothing runs in a mail')
const drawn = runs('nothing runs in a drawing')
const alone = runs('a drawing that nothing made harmless')

/** Ways to let what somebody sent run in somebody else’s browser. */
export const scriptMutants = [
  {
    name: 'scripts: what somebody contributed is markup',
    file: 'src/ui/markdown.tsx',
    replace:
      '      {parseMarkdown(source, level).children.map((node) => showNode(node, marked))}\n',
    by: '      <div dangerouslySetInnerHTML={{ __html: source }} />\n',
    guard: said,
  },
  {
    name: 'scripts: a name is markup',
    file: 'src/contributions/byline.tsx',
    replace: '<bdi>{sayAuthor(locale, { name: author.name, state })}</bdi>',
    by: '<bdi dangerouslySetInnerHTML={{ __html: author.name }} />',
    guard: said,
  },
  {
    name: 'scripts: what a report says is markup',
    file: 'src/reports/text-view.tsx',
    replace: '          {line}\n',
    by: '          <i dangerouslySetInnerHTML={{ __html: line }} />\n',
    guard: said,
  },
  {
    name: 'scripts: what a date is called is markup',
    file: 'src/calendar/event-view.tsx',
    replace: '          <span {...inLanguage(lang)}>{label}</span>\n        ) : (',
    by: '          <span dangerouslySetInnerHTML={{ __html: label }} />\n        ) : (',
    guard: said,
  },
  {
    name: 'scripts: the names of compared files are markup',
    file: 'src/commands/redline-page.tsx',
    replace: "<p>{say('lead', { ...names, count })}</p>",
    by: "<p>{raw(say('lead', { ...names, count }))}</p>",
    guard: said,
  },
  {
    name: 'scripts: what is shown again in a form is markup',
    file: 'src/contributions/form-parts.tsx',
    replace: 'name="body" rows={7} {...inLanguage(lang)} required>\n              {typed.body}\n',
    by: 'name="body" dangerouslySetInnerHTML={{ __html: typed.body }}>\n',
    guard: typed,
  },
  {
    name: 'scripts: a mail is markup',
    file: 'src/demonstration/mail-page.tsx',
    replace: '{withLinks(line, publicUrl)}',
    by: '<span dangerouslySetInnerHTML={{ __html: line }} />',
    guard: mailed,
  },
  {
    name: 'scripts: a document leads anywhere',
    file: 'src/text/html-styles.ts',
    replace: '/^(?:https?:\\/\\/|mailto:)[^\\s]/i',
    by: '/./i',
    guard: drawn,
  },
  {
    name: 'scripts: a drawing keeps any element',
    file: 'src/text/sanitise-svg.ts',
    replace: '!drawnElements.has(tagName) || ',
    by: '',
    guard: drawn,
  },
  {
    name: 'scripts: a drawing keeps any attribute',
    file: 'src/text/sanitise-svg.ts',
    replace: 'drawnAttributes.get(foldName(property))',
    by: 'drawnAttributes.get(foldName(property)) ?? property.toLowerCase()',
    guard: drawn,
  },
  {
    name: 'scripts: a drawing that is opened alone is of the site',
    file: 'src/pictures.ts',
    replace: 'img-src data:; sandbox"',
    by: 'img-src data:"',
    guard: alone,
  },
  {
    name: 'scripts: a drawing has the policy of a page',
    file: 'src/pictures.ts',
    replace: 'if (c.req.path.startsWith(addresses))',
    by: 'if (c.req.path === addresses)',
    guard: alone,
  },
]
