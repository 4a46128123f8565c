import { readRows, showRows, unitOf } from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { BlockText, type Edition, type PlacedBlock, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import { Redline } from '../ui/redline.tsx'
import { addressesOf } from './addresses.ts'
import { BlockActions, BlockHistory, DoneHere, SaidHere, type BlockStory } from './block-parts.tsx'
import { CausesFields } from './causes-fields.tsx'
import { DescribedFields } from './described-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import type { EditForm } from './forms.ts'
import { lostMarks } from './lost-marks.ts'
import { problemOf, type ShownProblem } from './say-problem.ts'
import { describedKind, digestOf } from './text-change.ts'
import { words } from './words.ts'

export type EditProps = {
  frame: Frame
  report: Report
  block: PlacedBlock
  /** The block after it. */
  next: Block | undefined
  latest: Edition | undefined
  /** As the latest edition has it; null where it has it not. */
  published: PlacedBlock | null
  form: EditForm
  /** The block as the change would leave it, once it was looked at. */
  preview: Block | null
  problems: readonly ShownProblem[]
  story: BlockStory
}

/** A passage of the working text: its words to change, what it said when last published, what happened to it. */
export function EditPage(props: EditProps) {
  const { frame, report, block, problems, story } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <FormFrame {...props} title={say('edit-title')}>
      <DoneHere {...props} story={story} />
      {problems.some(({ code }) => code === 'block-changed-since') && <Present {...props} />}
      <div class="reading passage" {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={2} />
      </div>
      <BlockActions {...props} because={becauseIn(props)} />
      <SincePublished {...props} />
      <form
        method="post"
        action={`${addressesOf(locale, report).block(block.id)}/edits`}
        class="stacked"
        id="form"
      >
        <h2>{say('edit-words')}</h2>
        <Preview {...props} />
        <WordsFields {...props} />
        <CausesFields
          locale={locale}
          lang={report.lang}
          typed={props.form.typed}
          problems={problems}
        />
        <input type="hidden" name="read" value={digestOf([block])} />
        <div class="actions">
          <button type="submit" name="step" value="preview" class="quiet">
            {say('look-at-it')}
          </button>
          <button type="submit" name="step" value="apply">
            {say('change-text')}
          </button>
        </div>
      </form>
      <SaidHere {...props} story={story} />
      <BlockHistory {...props} story={story} />
    </FormFrame>
  )
}

function becauseIn({ form }: Pick<EditProps, 'form'>): string {
  return form.typed.contributions
}

/** What somebody else wrote meanwhile, beside what was typed here. */
function Present({ frame, report, block, form }: EditProps) {
  const say = words(frame.locale)
  return (
    <section class="notice" id="present" aria-labelledby="present-title">
      <h2 id="present-title" class="minor">
        {say('changed-meanwhile')}
      </h2>
      <p>{say('changed-meanwhile-advice')}</p>
      <Redline
        locale={frame.locale}
        lang={report.lang}
        before={block.text}
        after={typedText(block, form.wording)}
      />
    </section>
  )
}

function typedText(block: Block, wording: string): string {
  return unitOf(block) === 'row' ? readRows(wording) : wording
}

/** How it differs from what readers read now. */
function SincePublished({ frame, report, block, latest, published }: EditProps) {
  const say = words(frame.locale)
  if (!latest) return null
  const number = latest.number
  if (!published) return <p class="fine">{say('not-yet-published', { number })}</p>
  const same = published.text === block.text
  return (
    <>
      <p class="fine">
        {say(same ? 'as-published' : 'unlike-published', { number })}{' '}
        <a href={addressesOf(frame.locale, report).passage(block.id)}>{say('see-published')}</a>
      </p>
      {!same && (
        <Redline
          locale={frame.locale}
          lang={report.lang}
          before={published.text}
          after={block.text}
        />
      )}
    </>
  )
}

/** The change as it would be made, and what it would take away that no word says. */
function Preview({ frame, report, block, preview }: EditProps) {
  if (!preview) return null
  const say = words(frame.locale)
  const lost = lostMarks(block, preview)
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">{say('preview-title')}</h3>
      {preview.text === block.text ? (
        <p class="fine">{say('same-words')}</p>
      ) : (
        <Redline
          locale={frame.locale}
          lang={report.lang}
          before={block.text}
          after={preview.text}
        />
      )}
      {(preview.kind !== block.kind || preview.marks.length > 0) && (
        <div class="reading passage" {...inLanguage(report.lang)}>
          <BlockText block={preview} headingLevel={4} />
        </div>
      )}
      {lost.length > 0 && (
        <div class="notice">
          <p>{say('marks-lost', { count: lost.length })}</p>
          <ul>
            {lost.map(({ kind, text }) => (
              <li>
                {say('mark-name', { kind: kind.replaceAll('-', '_') })}{' '}
                <bdi {...inLanguage(report.lang)}>{text}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="fine">{say('not-changed-yet')}</p>
    </section>
  )
}

function WordsFields({ frame, report, block, form, problems }: EditProps) {
  const { locale } = frame
  const say = words(locale)
  return (
    <>
      <FormField
        id="wording"
        label={say('wording')}
        hint={`${say('wording-hint', { unit: unitOf(block) })} ${block.picture?.described ? say('figure-hint') : ''}`}
        problem={problemOf(locale, problems)('wording')}
      >
        {(described) => (
          <textarea {...described} name="wording" rows={8} {...inLanguage(report.lang)} required>
            {form.wording}
          </textarea>
        )}
      </FormField>
      {describedKind(block) && (
        <details open={form.kind !== describedKind(block) || form.level !== levelOf(block)}>
          <summary>{say('kind-and-level')}</summary>
          <DescribedFields locale={locale} described={form} problems={problems} />
        </details>
      )}
    </>
  )
}

/** Paragraphs have no level: the form then shows the first. */
export function levelOf({ level }: Pick<Block, 'level'>): number {
  return Math.max(1, level)
}

/** A block's words as the form shows them. */
export function wordingOf(block: Block): string {
  return unitOf(block) === 'row' ? showRows(block.text) : block.text
}
