import type { Amendment } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { listHeirs, type PlacedBlock } from '../reports/index.ts'
import { keptPart, type Block, type draftWith } from '../text/index.ts'

/** Another passage than the one that was read has what was read where it has that much of the words. */
const enough = 0.5

/** An amendment as the text engine takes it. */
export type Written = Parameters<typeof draftWith>[1][number]

type Read = Pick<Amendment['passage'], 'blockId' | 'exact'>

/** Where words that somebody spoke of stand in the working text. */
export type Standing<B extends Block = PlacedBlock> = {
  /** The passage that has most of them; null where none has enough. */
  now: B | null
  /** The other passages that words of the one that was read went to by the record, with its own. */
  beside: readonly B[]
}

/** In the passage itself or, by the record, in what was split off it or what it became a part of. */
export async function findStanding(db: Db, read: Read): Promise<Standing> {
  return chooseStanding(await listHeirs(db, read.blockId), read)
}

export function chooseStanding<B extends Block>(
  heirs: readonly B[],
  { blockId, exact }: Read,
): Standing<B> {
  const [only = null, ...others] = heirs
  if (others.length === 0 && (!only || only.id === blockId)) return { now: only, beside: [] }
  const likeliest = heirs
    .map((block) => ({ block, kept: keptPart(exact, block.text) }))
    .filter(({ block, kept }) => block.id === blockId || kept >= enough)
    .toSorted((one, other) => other.kept - one.kept)
  const now = likeliest[0]?.block ?? null
  return { now, beside: heirs.filter((block) => block !== now) }
}

type Reading = { base: Block; lang: string }

/** What an amendment rewrites, to be taken into the passage where it stands: of its base only what stands there. */
export function writtenWhereItStands(
  standing: Standing<Block>,
  amendment: Pick<Amendment, 'base' | 'content'>,
  { base, lang }: Reading,
): Written {
  const replaced = amendment.base.sentences
  const part = partThatStands(base, standing)
  const whole = replaced.every((n) => part.sentences.some((sentence) => sentence.n === n))
  const { wording } = amendment.content
  return { base: whole ? part : base, replaced, wording, lang, beside: standing.beside }
}

/** A passage as it was read, without what of its start and end stands in other passages by now. */
export function partThatStands(base: Block, { now, beside }: Standing<Block>): Block {
  const stands = base.sentences.map(({ start, end }) => {
    const words = base.text.slice(start, end)
    const here = now ? keptPart(words, now.text) : 0
    return !beside.some(({ text }) => keptPart(words, text) > Math.max(here, enough))
  })
  const kept = base.sentences.slice(stands.indexOf(true), stands.lastIndexOf(true) + 1)
  const [first, last] = [kept[0], kept.at(-1)]
  if (!first || !last || kept.length === base.sentences.length) return base
  const text = base.text.slice(first.start, last.end).trimEnd()
  const sentences = kept.map(({ n, start, end }) => ({
    n,
    start: start - first.start,
    end: Math.min(end - first.start, text.length),
  }))
  // Not the passage itself: what is taken into it is said of the whole that stands there.
  return { ...base, id: '', text, sentences, marks: [] }
}
