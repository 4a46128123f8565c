import { drawBy } from './draw.ts'
import { beginning, hour, second, type Strategy } from './post.ts'

const openings = ['Bonjour', 'Salut à tous', 'Hello', 'Chers amis', 'Bonsoir']
const wares = [
  'montres de luxe',
  'crédit rapide',
  'casino en ligne',
  'pilules minceur',
  'formation CPF',
]
const calls = [
  'cliquez ici',
  'offre limitée',
  'profitez-en',
  'inscription gratuite',
  'c’est maintenant',
]

/** One account that waits for nothing and fills in whatever there is. */
export const flood: Strategy = {
  name: 'flood',
  is: 'one account, no waiting, every field filled',
  posts(seed, count) {
    const draw = drawBy(seed * 31 + 1)
    return Array.from({ length: count }, (_, nth) => ({
      strategy: 'flood',
      account: `Flot ${seed}`,
      joinedAt: beginning,
      address: '198.51.100.7',
      openedAt: beginning + hour + nth * 2 * second,
      writing: draw.between(50, 900),
      reading: 0,
      way: 'at-once' as const,
      hidden: 'own' as const,
      fillsAll: true,
      likeABrowser: false,
      stance: 'for' as const,
      body: `${draw.of(openings)}, ${draw.of(wares)} : ${draw.of(calls)} https://promo${draw.between(1, 40)}.example-shop.test/${draw.between(1000, 9999)} ${draw.of(wares)} !!!`,
    }))
  },
}
