import { drawBy } from './draw.ts'
import { beginning, day, hour, minute, second, type Strategy } from './post.ts'
import { spin } from './spin.ts'

/** One text said by hundreds of accounts from everywhere, each time in other words, by programs that wait like people. */
export const copyCampaign: Strategy = {
  name: 'copy campaign',
  is: 'one text spun, from many networks and accounts that wait, honeypot empty',
  posts(seed, count) {
    const draw = drawBy(seed * 31 + 3)
    const accounts = Math.ceil(count / 4)
    return Array.from({ length: count }, (_, nth) => {
      const account = draw.between(1, accounts)
      const body = spin(draw, seed)
      return {
        strategy: 'copy campaign',
        account: `Relais ${seed} ${account}`,
        joinedAt: beginning - (account % 20) * hour,
        address: addressOf(account),
        openedAt: beginning + 3 * hour + Math.floor((nth * 2.5 * day) / count),
        writing:
          draw.between(20, 90) * second +
          Math.round(body.length * (0.15 + 0.2 * draw.share())) * second,
        reading: draw.between(3, 30) * second,
        way: 'previewed' as const,
        hidden: 'own' as const,
        fillsAll: false,
        likeABrowser: true,
        stance: draw.of(['against', 'against', 'for'] as const),
        body,
      }
    }).map((post) => ({ ...post, openedAt: post.openedAt + draw.between(0, 3) * minute }))
  },
}

/** Two accounts in three have a network of their own; IPv6 one time in three. */
function addressOf(account: number): string {
  const network = Math.ceil(account / 1.5)
  return network % 3 === 0
    ? `2001:db8:${network.toString(16)}::${(account % 9) + 1}`
    : `100.${64 + (network >> 8)}.${network & 255}.${(account % 250) + 1}`
}
