import type { World } from '../world.ts'
import type { Pages } from './page-state.ts'
import { goPastLimits } from './past-limits.ts'
import { report } from './sample-contributions.ts'

const found = (query: string) => `${report}/search?${query}`

/** Searching a report, whatever comes of it. */
export function describeSearchPages(world: World): Pages {
  return {
    '/reports/:slug/search': [
      { name: 'search, nothing asked', path: `${report}/search` },
      { name: 'search, found in the text', path: found('q=services') },
      { name: 'search, found in a table', path: found('q=delai+demande') },
      { name: 'search, found in contributions', path: found('q=remarque&in=contributions') },
      { name: 'search, many contributions', path: found('q=une&in=contributions&page=2') },
      { name: 'search, found elsewhere', path: found('q=introuvable+services&in=text') },
      { name: 'search, none', path: found('q=introuvable') },
      { name: 'search, one long word', path: found(`q=${'introuvable'.repeat(18)}`) },
      {
        name: 'search, right to left',
        path: found('q=%D8%A7%D9%84%D9%85%D8%AF%D9%8A%D9%86%D8%A9'),
      },
      { name: 'search, too long', path: found(`q=${'mot+'.repeat(80)}`) },
      { name: 'search, too common', path: found('q=le') },
      {
        name: 'search, too often',
        path: found('q=services'),
        act: (page) => goPastLimits(world, page, () => page.reload()),
      },
    ],
  }
}
