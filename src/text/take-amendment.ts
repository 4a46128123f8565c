import { merge } from './merge.ts'
import {
  type Amendment,
  amendBlock,
  type Replacement,
  replaceSentences,
} from './replace-sentences.ts'
import { reviseBlock } from './rewrite-block.ts'
import { sameWords } from './normalise-text.ts'
import type { Block } from './block.ts'

/** `replaced`: numbers of the sentences of the block as it stands that give way. */
export type Taken =
  | (Extract<Replacement, { ok: true }> & { replaced: number[]; merged: boolean })
  | { ok: false; problem: 'passage-changed-since' | 'nothing-changed' }

/**
 * Returns the block as it stands with an amendment in it. Where the sentences that it replaces stand as they
 * were read, `amendBlock` has the last word. Else, sentences that it repeats without changing them are in
 * nobody's way: both changes are merged (`merged`), sentence by sentence of the base. Refuses two different
 * changes to one sentence, and rows of a table, as `passage-changed-since`; as `nothing-changed` what the block
 * says already. Throws a RangeError when `lang` isn't a well-formed BCP 47 tag.
 */
export function takeAmendment(amendment: Amendment): Taken {
  const { base, current, replaced, wording, lang } = amendment
  const amended = amendBlock(amendment)
  if (amended.ok) return { ...amended, replaced: [...replaced], merged: false }
  if (amended.problem === 'nothing-changed') return { ok: false, problem: amended.problem }
  const changed = { ok: false as const, problem: 'passage-changed-since' as const }
  const written = replaceSentences(base, replaced, wording, lang)
  if (!written.ok || base.kind === 'table' || base.kind !== current.kind) return changed
  const merged = merge(base.text, current.text, written.block.text, base.sentences)
  if (merged.kind === 'conflict') return changed
  if (sameWords(merged.text, current.text)) return { ok: false, problem: 'nothing-changed' }
  const revised = reviseBlock(current, merged.text, lang)
  return revised.ok ? { ...revised, merged: true } : changed
}

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
