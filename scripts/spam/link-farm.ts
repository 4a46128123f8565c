import { copyOf } from './copied.ts'
import { drawBy, type Draw } from './draw.ts'
import { beginning, day, hour, second, type Strategy } from './post.ts'

/** A few operators, each with its domains; and shorteners that anybody uses. */
const operators = [
  'liens-utiles.test',
  'infos-pratiques.test',
  'reseau-pro.test',
  'annuaire-top.test',
  'comparo.test',
  'ma-sante-plus.test',
]
const shorteners = ['bit.ly', 'tinyurl.com', 'cutt.ly', 'is.gd']
const leads = ['Voir', 'À lire', 'Source', 'Plus d’informations', 'Détails', 'Exemple concret']

/** Somebody else's real argument with one link behind it, sent slowly by programs that wait like people. */
export const linkFarm: Strategy = {
  name: 'link farm',
  is: 'real arguments copied, one link each, rotating subdomains and shorteners; waits, honeypot empty',
  posts(seed, count, real) {
    const draw = drawBy(seed * 31 + 4)
    const accounts = Math.ceil(count / 5)
    return Array.from({ length: count }, (_, nth) => {
      const account = draw.between(1, accounts)
      const openedAt = beginning + 4 * hour + Math.floor((nth * 2.5 * day) / count)
      const { body } = copyOf(draw, real, openedAt)
      return {
        strategy: 'link farm',
        account: `Maillon ${seed} ${account}`,
        joinedAt: beginning - (account % 48) * hour,
        address:
          `10.${20 + Math.floor(account / 200)}.${account % 200}.${(account % 90) + 5}`.replace(
            /^10/,
            '101',
          ),
        openedAt,
        writing:
          draw.between(30, 120) * second +
          Math.round(body.length * (0.1 + 0.2 * draw.share())) * second,
        reading: draw.between(4, 40) * second,
        way: 'previewed' as const,
        hidden: 'own' as const,
        fillsAll: false,
        likeABrowser: true,
        stance: draw.of(['for', 'against'] as const),
        body: withLink(draw, body),
      }
    })
  },
}

function withLink(draw: Draw, body: string): string {
  const path = draw.between(100_000, 999_999).toString(36)
  const link = draw.happens(0.35)
    ? `https://${draw.of(shorteners)}/${path}`
    : `https://${draw.of(['www', 'blog', 'fr', 'x1', 'go', path])}.${draw.of(operators)}/${path}`
  return `${body.slice(0, 1500)}\n\n${draw.of(leads)} : ${link}`
}
