import { textOf } from './take-part.ts'
import type { World } from './world.ts'

/** What a page says under a heading, without its markup; '' where it has no such heading. */
export async function sectionUnder(world: World, path: string, heading: string): Promise<string> {
  const page = await textOf(world.get(path))
  const [found = ''] =
    new RegExp(`<section[^>]* aria-labelledby="${heading}"[^]*?</section>`).exec(page) ?? []
  return found.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
