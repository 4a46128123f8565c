import { copyOf } from './copied.ts'
import { drawBy, type Draw } from './draw.ts'
import { beginning, day, hour, second, type Strategy } from './post.ts'

const edits: [string, string][] = [
  [' est ', ' reste '],
  [' sont ', ' demeurent '],
  [' et ', ' ainsi que '],
  [' mais ', ' cependant '],
  [' très ', ' vraiment '],
  [' il faut ', ' on doit '],
  ['.', ' !'],
  [' cette ', ' la présente '],
]

/** Real arguments once more, from hundreds of accounts everywhere, by a program that fills in forms it saw before. */
export const reposts: Strategy = {
  name: 'reposts',
  is: 'real arguments again, word for word or a little edited, hidden fields replayed, many networks, no link',
  posts(seed, count, real) {
    const draw = drawBy(seed * 31 + 5)
    const accounts = Math.ceil(count / 5)
    return Array.from({ length: count }, (_, nth) => {
      const account = draw.between(1, accounts)
      const openedAt = beginning + 5 * hour + Math.floor((nth * 2.5 * day) / count)
      return {
        strategy: 'reposts',
        account: `Écho ${seed} ${account}`,
        joinedAt: beginning - (account % 72) * hour,
        address: `102.${Math.floor(account / 250)}.${account % 250}.${(account % 200) + 3}`,
        openedAt,
        writing: draw.between(2, 90) * second,
        reading: 0,
        way: 'at-once' as const,
        hidden: draw.of(['seen-elsewhere', 'own-key-made-up'] as const),
        fillsAll: false,
        likeABrowser: false,
        stance: draw.of(['for', 'against'] as const),
        body: edited(draw, copyOf(draw, real, openedAt).body),
      }
    })
  },
}

/** Half of them word for word. */
function edited(draw: Draw, body: string): string {
  if (draw.happens(0.5)) return body
  return edits.reduce(
    (said, [from, to]) => (draw.happens(0.5) ? said.replace(from, to) : said),
    body,
  )
}
