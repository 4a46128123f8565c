import { inLanguage } from '../platform/messages.ts'
import { BlockText, startOf, type PlacedBlock, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { CausesFields } from './causes-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import type { PlaceForm } from './forms.ts'
import { Neighbours } from './neighbours.tsx'
import { PlaceField } from './place-field.tsx'
import { isPlaceLost, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** What is moved from its place, or put back into the text. */
  act: 'move' | 'return'
  /** It, and what goes with it. */
  section: readonly [Block, ...Block[]]
  /** The text around it. */
  blocks: readonly PlacedBlock[]
  /** The blocks between which it would stand. */
  before: PlacedBlock | undefined
  after: PlacedBlock | undefined
  form: PlaceForm
  problems: readonly ShownProblem[]
}

/** Moving a passage, or putting back one that was taken out: where it would stand, and why. */
export function PlacePage(props: Props) {
  const { frame, report, act, section, form, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const [block, ...below] = section
  const near = form.after ?? block.id
  return (
    <FormFrame {...props} title={say(`${act}-title`)} block={act === 'move' ? block : null}>
      <div id="present">
        <Neighbours {...props} lost={isPlaceLost(problems)}>
          <BlockText block={block} headingLevel={2} />
          {below.length > 0 && <Below {...props} below={below} />}
        </Neighbours>
      </div>
      {problems.length === 0 && (
        <p>
          <a href={there.placing(block.id, { near, because: form.typed.contributions })}>
            {say('choose-other-place')}
          </a>
        </p>
      )}
      <form method="post" action={`${there.block(block.id)}/${act}`} class="stacked" id="form">
        <input type="hidden" name="read" value={form.read} />
        <PlaceField
          locale={locale}
          report={report}
          blocks={props.blocks}
          after={form.after}
          problems={problems}
        />
        <CausesFields locale={locale} lang={report.lang} typed={form.typed} problems={problems} />
        <div class="actions">
          <button type="submit">{say(act === 'move' ? 'move-here' : 'return-here')}</button>
          <a href={there.block(block.id)}>{say('leave-in-place')}</a>
        </div>
      </form>
    </FormFrame>
  )
}

const shownBelow = 5

/** What comes along with a heading. */
function Below({ frame, report, below }: Props & { below: readonly Block[] }) {
  const say = words(frame.locale)
  return (
    <ul>
      {below.slice(0, shownBelow).map((one) => (
        <li {...inLanguage(report.lang)}>{startOf(one)}</li>
      ))}
      {below.length > shownBelow && (
        <li class="fine">{say('and-more', { count: below.length - shownBelow })}</li>
      )}
    </ul>
  )
}
