import type { Draw } from './draw.ts'
import { hasLink } from './honest-crowd.ts'
import type { RealArguments } from './post.ts'

/**
 * What somebody else wrote: nine times in ten found elsewhere, where this site cannot see it, else what stands on the
 * site by that moment.
 */
export function copyOf(
  draw: Draw,
  { honest, elsewhere }: RealArguments,
  at: number,
): { body: string } {
  const here = honest.filter(({ openedAt, writing }) => openedAt + writing < at)
  const body = here.length > 0 && draw.happens(0.1) ? draw.of(here).body : draw.of(elsewhere)
  const words = hasLink(body) ? body.replaceAll(/https?:\/\/\S+/g, '') : body
  return words.trim() === '' ? copyOf(draw, { honest, elsewhere }, at) : { body: words }
}
