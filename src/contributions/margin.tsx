import { languageTags, type Locale } from '../platform/messages.ts'
import type { Margin } from '../reports/index.ts'
import { sayAuthor } from './say-author.ts'
import { keyOf, type Contribution } from './contribution.ts'
import { countByBlock } from './count-store.ts'
import { excerptOf } from './excerpt.ts'
import { listNewestOn } from './list-store.ts'
import { words } from './words.ts'

/** UTF-16 units: a shorter block has no room beside it for more than its count. */
const roomForGloss = 160

/**
 * Beside each passage that somebody spoke of: how many did, and the newest as a gloss where there is room
 * for one. A small screen shows the number alone.
 */
export const marginGlosses: Margin = async ({ db, locale }, { report, edition }, blocks) => {
  const ids = blocks.map(({ id }) => id)
  const counts = await countByBlock(db, edition.id, ids)
  const roomy = blocks.filter(({ id, text }) => counts.has(id) && text.length >= roomForGloss)
  const glosses = await listNewestOn(
    db,
    edition.id,
    roomy.map(({ id }) => id),
  )
  const say = words(locale)
  const numbers = new Intl.NumberFormat(languageTags[locale])
  return new Map(
    [...counts].map(([blockId, count]) => {
      const href = `/${locale}/reports/${report.slug}/passages/${blockId}#contributions`
      const gloss = glosses.get(blockId)
      return [
        blockId,
        <>
          <a class="count" href={href}>
            {/* All that a small screen shows. */}
            <span class="number" aria-hidden="true">
              {numbers.format(count)}
            </span>
            <span class="in-words">{say('count', { count })}</span>
          </a>
          {gloss && <Gloss locale={locale} contribution={gloss} />}
        </>,
      ]
    }),
  )
}

function Gloss({ locale, contribution }: { locale: Locale; contribution: Contribution }) {
  const { number, kind, author, lang, state } = contribution
  return (
    <p class={`said-beside ${kind}`}>
      <a href={`/${locale}/contributions/${number}`}>
        {words(locale)('kind', { kind: keyOf(kind) })}
      </a>
      {', '}
      <bdi>{sayAuthor(locale, { name: author.name, state })}</bdi>
      <span lang={lang} dir="auto">
        {excerptOf(contribution)}
      </span>
    </p>
  )
}
