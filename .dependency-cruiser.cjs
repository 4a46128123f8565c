/** The rooms of the house, from the ground up: a module imports only from those before it. */
const order = [
  'platform',
  'text',
  'documents',
  'ui',
  'permissions.ts',
  'request.ts',
  'journal',
  'articles',
  'terms',
  'people',
  'spam',
  'attachments',
  'reports',
  'roles',
  'organisations',
  'legal-notice',
  'rgaa',
  'accessibility',
  'calendar',
  'topics',
  'anchors',
  'contributions',
  'consultations',
  'moderation',
  'bans',
  'moderation-log',
  'guarantee',
  'groups',
  'controversies',
  'answers',
  'changes',
  'imports',
  'editions',
  'review',
  'search',
  'notices',
  'privacy',
  'administration',
]
const above = (name) => order.slice(order.indexOf(name) + 1)
const pathOf = (name) =>
  name.endsWith('.ts') ? `^src/${name.replace('.', '[.]')}$` : `^src/${name}/`

/** Layout knows the frame that a request gives it, and nothing of the request itself. */
const orderRules = order.slice(0, -1).map((name) => ({
  name: `order-${name.replace('.ts', '')}`,
  comment: `${name} is below what it imports: say it in the journal, or set a panel (src/panels.ts).`,
  severity: 'error',
  from: { path: pathOf(name) },
  to: { path: above(name).map(pathOf) },
}))

module.exports = {
  forbidden: [
    ...orderRules,
    {
      name: 'no-circular',
      comment: 'Move what both need into the lower of the two.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-the-composition',
      comment:
        'app, panels, start, cli and commands put the modules together: they are imported by none.',
      severity: 'error',
      from: { path: order.map(pathOf) },
      to: {
        path: '^src/(app|answer-error|answer-requests|jobs|public-pages|panels|start|cli|open-program|pictures|short-addresses)[.]tsx?$|^src/commands/|^src/demonstration/',
      },
    },
    {
      name: 'through-the-front-door',
      comment: 'Another module is reached through its index.ts only.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/[^/]+/browser/' },
      to: {
        path: '^src/([^/]+)/.+',
        pathNot: ['^src/platform/', '^src/ui/', '^src/$1/', '^src/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'front-door-from-the-top',
      comment: 'Another module is reached through its index.ts only.',
      severity: 'error',
      from: { path: '^src/[^/]+[.]tsx?$' },
      to: {
        path: '^src/([^/]+)/.+',
        pathNot: ['^src/platform/', '^src/ui/', '^src/commands/', '^src/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'browser-code-imports-little',
      comment:
        'Browser code takes from the text engine, file by file, from ui and from its own module.',
      severity: 'error',
      from: { path: '^src/([^/]+)/browser/' },
      to: { pathNot: ['^src/$1/', '^src/text/', '^src/ui/'] },
    },
    {
      name: 'browser-code-runs-in-browsers',
      comment:
        'What the server alone can run, or brings every sentence along, stays with the server.',
      severity: 'error',
      from: { path: '^src/[^/]+/browser/' },
      to: { path: '[.]tsx$|/words[.]ts$|store[.]ts$|/index[.]ts$' },
    },
    {
      name: 'browser-code-stays-there',
      comment: 'The server imports none of it: what both need stands beside the folder.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/[^/]+/browser/' },
      to: { path: '^src/[^/]+/browser/' },
    },
    {
      name: 'sql-in-stores-only',
      comment: 'What is asked of the database stands in store.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '(/|-)store[.]ts$|^src/platform/db/|[.]test[.]tsx?$' },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'one-door-outside',
      comment: 'Whatever this program asks of others over the web, it asks by fetch-outside.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/http/fetch-outside([.]test)?[.]ts$' },
      to: { path: '^(node:)?(https|http2|tls)$' },
    },
    {
      name: 'pure-core',
      comment: 'The noun file decides from facts: no database, no clock, no network.',
      severity: 'error',
      from: {
        path: '^src/(text/.+|[^/]+/(report|contribution|content|amendment|withholding|answer|person|change|entry|event|calendar|query|excerpt))[.]ts$',
        pathNot: '[.]test[.]ts$',
      },
      to: {
        path: [
          'store[.]ts$',
          '^src/platform/(db|http)/',
          '^node:',
          '^(fs|http|net|child_process|timers)$',
          'node_modules/(hono|kysely|pg)/',
        ],
      },
    },
    {
      name: 'pages-are-pure',
      comment: 'A page is a function of its props: the route fetches and decides.',
      severity: 'error',
      from: { path: '-page[.]tsx$' },
      to: {
        path: ['store[.]ts$', '^src/platform/db/', '^src/permissions[.]ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tests-stay-out',
      comment: 'What is shipped imports nothing of the tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
