import { placesOf, unitOf, type Contribution } from '../contributions/index.ts'
import { sameWords, type Block } from '../text/index.ts'

export type Location =
  /** All of a passage, or the sentences (rows of a table) of it that are counted so by a reader. */
  | { still: true; unit: 'row' | 'sentence'; places: number[] }
  /** The passage no longer says what was read. */
  | { still: false }

/** Where in a block, as it stands now, the words that somebody spoke of are. */
export function locate(block: Block, { passage }: Pick<Contribution, 'passage'>): Location {
  if (!passage) return { still: false }
  const { start, end, exact } = passage
  if (!sameWords(block.text.slice(start, end), exact)) return { still: false }
  const unit = unitOf(block)
  const whole = start === 0 && end >= block.text.length
  const sentences = block.sentences.filter((one) => one.start < end && one.end > start)
  return {
    still: true,
    unit,
    places: whole
      ? []
      : placesOf(
          block,
          sentences.map(({ n }) => n),
        ),
  }
}
