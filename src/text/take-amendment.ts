import { merge } from './merge.ts'
import {
  type Amended,
  type Amendment,
  amendBlock,
  replaceSentences,
  type Taken,
} from './replace-sentences.ts'
import { reviseBlock } from './rewrite-block.ts'
import { sameWords } from './normalise-text.ts'
import type { Block } from './block.ts'
import { withoutRepeats } from './without-repeats.ts'

/**
 * Returns the block as it stands with an amendment in it. Where the block changed since, both changes are merged,
 * sentence by sentence of the base: sentences that the amendment only repeats are in nobody's way, what both say is
 * said once. Where that is what `amendBlock` makes of it, the amendment's own words are the change; else the block
 * as a whole is (`merged`), as it always is where `current` is another block, which has words of the base since
 * that was split, or became a part of it. Refuses two different changes to one sentence, two things put at one
 * place, a sentence that was put in already (`withoutRepeats`), and of a table rows that no longer stand, as `passage-changed-since`; as `nothing-changed` what the block says already.
 * Throws a RangeError when `lang` isn't a well-formed BCP 47 tag.
 */
export function takeAmendment(amendment: Amendment): Taken {
  return withoutRepeats(amendment, takeOrMerge(amendment))
}

function takeOrMerge(amendment: Amendment): Taken {
  const { base, current, replaced } = amendment
  const amended = amendBlock(amendment)
  if (!amended.ok && amended.problem === 'nothing-changed') return unchanged
  const alone = base.id === current.id ? asWritten(amended, replaced) : null
  if (alone && sameWords(base.text, current.text)) return alone
  const merged = mergeInto(amendment)
  if (!merged.ok) return merged
  if (alone && sameWords(merged.block.text, alone.block.text)) return alone
  return base.kind === 'table' ? changed : merged
}

function asWritten(amended: Amended, replaced: readonly number[]) {
  return amended.ok ? { ...amended, replaced: [...replaced], merged: false } : null
}

function mergeInto({ base, current, replaced, wording, lang }: Amendment): Taken {
  const written = replaceSentences(base, replaced, wording, lang)
  if (!written.ok || base.kind !== current.kind) return changed
  const merged = merge(base.text, current.text, written.block.text, base.sentences)
  if (merged.kind === 'conflict') return changed
  if (sameWords(merged.text, current.text)) return unchanged
  const revised = reviseBlock(current, merged.text, lang)
  return revised.ok ? { ...revised, merged: true } : changed
}

const changed = { ok: false as const, problem: 'passage-changed-since' as const }
const unchanged = { ok: false as const, problem: 'nothing-changed' as const }

export type Draft = {
  /** What an editor can begin with: each wording where it goes together with the others. */
  text: string
  /** Some of them do not: of words that two of them change, it has the first's, or the block's own. */
  conflict: boolean
}

/** Returns the block with one amendment after the other, as far as they go together. */
export function draftWith(
  current: Block,
  amendments: readonly Omit<Amendment, 'current'>[],
): Draft {
  let [block, conflict] = [current, false]
  for (const amendment of amendments) {
    const taken = takeAmendment({ ...amendment, current: block })
    if (taken.ok) block = taken.block
    else if (taken.problem === 'passage-changed-since') {
      block = draftPart(block, amendment)
      conflict = true
    }
  }
  return { text: block.text, conflict }
}

function draftPart(
  current: Block,
  { base, replaced, wording, lang }: Omit<Amendment, 'current'>,
): Block {
  const written = replaceSentences(base, replaced, wording, lang)
  if (!written.ok || base.kind === 'table') return current
  const merged = merge(base.text, current.text, written.block.text, base.sentences)
  const revised = reviseBlock(
    current,
    merged.kind === 'conflict' ? merged.draft : merged.text,
    lang,
  )
  return revised.ok ? revised.block : current
}
