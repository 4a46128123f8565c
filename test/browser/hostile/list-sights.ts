import type { World } from '../../world.ts'
import { findPattern } from '../../malformed/routes.ts'
import type { Trapped } from './fill-reports.ts'
import type { Sight } from './look.ts'

/** Pages that show many vectors at once: of each report, so many. */
const ofEach: { [pattern: string]: number } = {
  '/reports/:slug': 1,
  '/reports/:slug/whole': 1,
  '/reports/:slug/part/:block': 4,
  '/reports/:slug/contributions': 4,
  '/reports/:slug/editions/:number/changes': 1,
  '/reports/:slug/topics/:topic': 2,
  '/reports/:slug/groups/:group': 2,
  '/reports/:slug/controversies/:controversy': 2,
  '/workshop/reports/:slug': 2,
  '/workshop/reports/:slug/text': 2,
  '/workshop/reports/:slug/changes': 1,
  '/workshop/reports/:slug/calendar': 1,
  '/workshop/reports/:slug/import/:upload': 1,
}

/** Those that show one: of all reports together, so many. */
const ofAll = 3

/** Listed apart. */
const apart = new Set(['/reports/:slug/passages/:block', '/contributions/:number'])

/** Every page that an editor comes to from a report's, by links; links are followed as they are found. */
export function linkFollower(world: World, sights: Sight[]): (report: Trapped) => void {
  const taken = new Map<string, number>()
  const isEnough = (slug: string, pattern: string) => {
    const each = ofEach[pattern]
    const key = each === undefined ? pattern : `${slug} ${pattern}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    return before >= (each ?? ofAll)
  }
  return (report) => followLinks(world, report, (sight) => sights.push(sight), isEnough)
}

function followLinks(
  world: World,
  { slug, editor, preview }: Trapped,
  add: (sight: Sight) => void,
  isEnough: (slug: string, pattern: string) => boolean,
): void {
  const known = new Set<string>()
  const take = (path: string) => {
    const pattern = findPattern(world.app, 'GET', path)?.replace(/^[/]fr/, '') ?? ''
    const isPage =
      path.startsWith('/fr/') &&
      path.includes(`/${slug}`) &&
      !/[{]|[.](?:json|zip|csv)/.test(pattern)
    if (known.has(path) || !isPage || apart.has(pattern)) return
    known.add(path)
    if (isEnough(slug, pattern)) return
    add({ path, as: editor, found: (links) => links.forEach(take) })
  }
  const [here, workshop] = [`/fr/reports/${slug}`, `/fr/workshop/reports/${slug}`]
  take(here)
  take(workshop)
  for (const path of ['topics', 'groups', 'controversies']) take(`${here}/${path}`)
  for (const path of ['whole', 'editions/1/whole', 'editions/2/changes', 'search?q=hit'])
    take(`${here}/${path}`)
  for (const path of [
    'text',
    'changes',
    'topics',
    'groups',
    'controversies',
    'calendar',
    'import',
    'publication',
    'review',
  ])
    take(`${workshop}/${path}`)
  take(preview)
}

/** The thread in which all are, and of some vectors the passage, its contributions and their author's own pages. */
export function listOwn({ slug, said, editor }: Trapped): Sight[] {
  const [thread] = said
  const some = said.filter((_, at) => at % 11 === 0)
  const own = some.flatMap(({ numbers, as, passage }, at): Sight[] => {
    const page = ['/receipt', '/revision', '/withdrawal', '/reply'][at % 4]
    return [
      { path: `/fr/reports/${slug}/passages/${passage}`, as: editor },
      ...numbers.map((number) => ({ path: `/fr/contributions/${number}` })),
      { path: `/fr/contributions/${numbers[1]}${page}`, as },
      { path: '/fr/account', as },
    ]
  })
  return [{ path: `/fr/contributions/${thread?.numbers[0]}` }, ...own]
}
