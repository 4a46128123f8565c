import { commonOf, type Worded } from './worded.ts'

/** Words that two blocks have in common, and which part they are of both and of the shorter one. */
export type Likeness = { common: number; alike: number; contained: number }

/** Of the words of two blocks, how many they must have in common to be one: in place, and elsewhere. */
const leastInPlace = 0.35
const leastElsewhere = 0.65

/** Of the words of the shorter one, where the other is much longer: in place, and elsewhere. */
const leastContained = 0.7
const containedElsewhere = 0.85

/** One word in common of a few proves nothing away from where it stood. */
const leastWordsElsewhere = 6

/** `atMost`: how many words of the one the other may say, never fewer than it does (`wordFilter`). */
type Measuring = { inPlace: boolean; atMost: (one: Worded) => number }

/** Returns how alike two blocks are; null where they are too little so to be one. */
export function likenessOf(one: Worded, other: Worded, measuring: Measuring): Likeness | null {
  const likeness = measure(one, other, measuring)
  if (!likeness) return null
  if (measuring.inPlace) return isLikelyInPlace(likeness) ? likeness : null
  return isLikelyElsewhere(likeness) && sayNumbersAlike(one, other) ? likeness : null
}

/** Null as soon as it is certain that they have too few words in common. */
function measure(one: Worded, other: Worded, { inPlace, atMost }: Measuring): Likeness | null {
  const least = Math.min(one.words.length, other.words.length)
  const all = one.words.length + other.words.length
  const [alike, contained] = inPlace
    ? [leastInPlace, leastContained]
    : [leastElsewhere, containedElsewhere]
  const needed = Math.floor(Math.min((alike / 2) * all, contained * least))
  if (least === 0 || atMost(one) < needed) return null
  const common = commonOf(one.sorted, other.sorted, needed)
  return common === 0 ? null : { common, alike: (2 * common) / all, contained: common / least }
}

function isLikelyInPlace({ common, alike, contained }: Likeness): boolean {
  return alike >= leastInPlace || (contained >= leastContained && common >= 4)
}

function isLikelyElsewhere({ common, alike, contained }: Likeness): boolean {
  if (common < leastWordsElsewhere && alike < 1) return false
  return alike >= leastElsewhere || (contained >= containedElsewhere && common >= 12)
}

/**
 * Formulas differ in their numbers («l’article 40 de la loi … est ainsi modifié»): some may be added or taken away,
 * and few replaced (the overlap coefficient of Szymkiewicz, 1934).
 */
function sayNumbersAlike({ figures: one }: Worded, { figures: other }: Worded): boolean {
  return commonOf(one, other) >= 0.8 * Math.min(one.length, other.length)
}
