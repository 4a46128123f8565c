import { drawBy, type Draw } from './draw.ts'
import { beginning, day, hour, minute, second, type Strategy } from './post.ts'

const praises = [
  'Excellente proposition, merci à toute l’équipe pour ce travail remarquable',
  'Bravo pour cette initiative, c’est exactement ce qu’il nous fallait',
  'Très bon article, vraiment complet et bien documenté, je partage autour de moi',
  'Je suis tout à fait d’accord, voilà enfin un texte qui va dans le bon sens',
  'Félicitations pour la qualité de ce rapport, on sent que le sujet est maîtrisé',
]
const bridges = [
  'Pour aller plus loin je vous conseille aussi ce site',
  'J’ai trouvé d’autres informations très utiles ici',
  'Vous pouvez également consulter notre page',
  'Un complément intéressant se trouve à cette adresse',
  'Cela m’a beaucoup aidé et je vous le recommande',
]
const ends = [
  'Bonne continuation à tous',
  'Au plaisir de vous lire',
  'À très bientôt',
  'Merci encore',
]
const domains = ['meilleur-guide.test', 'astuces-maison.test', 'top-avis.test', 'bonplan24.test']

/** Fresh accounts on one network, a few posts each: praise from a template, with a link. */
export const accountMill: Strategy = {
  name: 'account mill',
  is: 'fresh accounts on one network, few posts each, templated praise with a link',
  posts(seed, count) {
    const draw = drawBy(seed * 31 + 2)
    const each = 3
    return Array.from({ length: count }, (_, nth) => {
      const account = Math.floor(nth / each)
      const joinedAt = beginning + 2 * hour + Math.floor((account * each * 2 * day) / count)
      return {
        strategy: 'account mill',
        account: `Meunier ${seed} ${account + 1}`,
        joinedAt,
        address: `203.0.113.${draw.between(2, 250)}`,
        openedAt: joinedAt + (1 + (nth % each)) * 2 * minute,
        writing: draw.between(4, 25) * second,
        reading: 0,
        way: 'at-once' as const,
        hidden: 'own' as const,
        fillsAll: false,
        likeABrowser: false,
        stance: 'for' as const,
        body: praise(draw),
      }
    })
  },
}

function praise(draw: Draw): string {
  const link = `https://www.${draw.of(domains)}/${draw.of(['blog', 'avis', 'p', 'lire'])}-${draw.between(1, 999)}`
  return `${draw.of(praises)}. ${draw.of(bridges)} : ${link}\n\n${draw.of(ends)}${draw.of([' !', '.', ''])}`
}
