import { saySize, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { TakesTime } from '../ui/takes-time.tsx'
import { attachmentLimits, isPicture } from './attachment.ts'
import type { AttachedForm, FormItem } from './attached-form.ts'
import { Picture } from './attachment-list.tsx'
import { alternativeField, attachmentField, fileField, nameField } from './forms.ts'
import { problemOfField } from './say-problem.ts'
import { words } from './words.ts'

type Props = { locale: Locale; attached: AttachedForm; lang: string }

/**
 * The files of a form: those that are kept, each with what its author says of it, and a control to add some. They stand last in
 * a form, so that of one that is too long all that was typed is known.
 */
export function AttachmentFields({ locale, attached, lang }: Props) {
  const say = words(locale)
  const { items, problems } = attached
  const open = items.length > 0 || problems.length > 0
  const full = items.length >= attachmentLimits.count
  return (
    <details class="attach" open={open}>
      <summary>{say('attach-title', { count: items.length })}</summary>
      {items.length > 0 && (
        <ol class="attached">
          {items.map((item, at) => (
            <Item {...{ locale, attached, lang, item, at }} />
          ))}
        </ol>
      )}
      {full ? (
        <p class="hint" id="file">
          {say('attach-full', { limit: attachmentLimits.count })}
        </p>
      ) : (
        <AddField locale={locale} attached={attached} />
      )}
    </details>
  )
}

function AddField({ locale, attached }: Omit<Props, 'lang'>) {
  const say = words(locale)
  const { count, pdf, picture, together } = attachmentLimits
  return (
    <>
      <FormField
        id="file"
        label={say('attach-file')}
        hint={say('attach-hint', {
          count,
          pdf: saySize(locale, pdf),
          picture: saySize(locale, picture),
          together: saySize(locale, together),
        })}
        problem={problemOfField(locale, attached.problems, 'file')}
      >
        {(described) => (
          <input
            {...described}
            type="file"
            name={fileField}
            multiple
            accept="image/jpeg,image/png,image/webp,application/pdf"
          />
        )}
      </FormField>
      <TakesTime locale={locale} note={say('attach-takes-time')} />
      <button class="quiet" type="submit" name="step" value="attach" formnovalidate>
        {say('attach-add')}
      </button>
    </>
  )
}

type ItemProps = Props & { item: FormItem; at: number }

function Item({ locale, attached, lang, item, at }: ItemProps) {
  const say = words(locale)
  const { sha256, name, alternative, file } = item
  const nameId = nameField(sha256)
  return (
    <li>
      <input type="hidden" name={attachmentField} value={sha256} />
      {file && isPicture(file.type) && (
        <Picture attachment={{ ...file, name, alternative: '' }} lang={lang} />
      )}
      <FormField
        id={nameId}
        label={say('attachment-name', { number: at + 1 })}
        hint={
          file
            ? say('kind-and-size', { kind: file.type, size: saySize(locale, file.bytes) })
            : undefined
        }
        problem={problemOfField(locale, attached.problems, nameId)}
      >
        {(described) => (
          <input {...described} type="text" name={nameId} value={name} lang={lang} dir="auto" />
        )}
      </FormField>
      {(!file || isPicture(file.type)) && (
        <AlternativeField {...{ locale, attached, lang, sha256, alternative }} number={at + 1} />
      )}
      <p class="actions">
        {at > 0 && (
          <button class="quiet" type="submit" name="attachment-up" value={sha256} formnovalidate>
            {say('attachment-up', { number: at + 1 })}
          </button>
        )}
        <button class="quiet" type="submit" name="attachment-remove" value={sha256} formnovalidate>
          {say('attachment-remove', { number: at + 1 })}
        </button>
      </p>
    </li>
  )
}

type AlternativeProps = Props & { sha256: string; alternative: string; number: number }

function AlternativeField(props: AlternativeProps) {
  const { locale, attached, lang, sha256, alternative, number } = props
  const say = words(locale)
  const id = alternativeField(sha256)
  return (
    <FormField
      id={id}
      label={say('alternative', { number })}
      hint={say('alternative-hint', { limit: attachmentLimits.alternative })}
      problem={problemOfField(locale, attached.problems, id)}
    >
      {(described) => (
        <textarea {...described} name={id} rows={2} lang={lang} dir="auto">
          {alternative}
        </textarea>
      )}
    </FormField>
  )
}
