import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Terms } from './terms.ts'
import { TermsChanges } from './terms-changes.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** The two that are compared; null where there is only one. */
  compared: { from: Terms; to: Terms } | null
  /** The newest first. */
  versions: readonly { version: number; keptAt: Date }[]
}

/** Any two versions of the terms, and what they do not say alike. */
export function ComparisonPage({ frame, compared, versions }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = compared
    ? say('comparison-title', { from: compared.from.version, to: compared.to.version })
    : say('comparison-none')
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb locale={locale} steps={[{ href: `/${locale}/terms`, label: say('terms') }]} />
      <h1>{title}</h1>
      {compared === null ? (
        <p class="empty">{say('only-one')}</p>
      ) : (
        <>
          <ChooseTwo frame={frame} compared={compared} versions={versions} />
          <h2>{say('differences')}</h2>
          <TermsChanges
            locale={locale}
            before={compared.from.articles}
            after={compared.to.articles}
          />
        </>
      )}
    </Layout>
  )
}

type ChooseProps = Props & { compared: { from: Terms; to: Terms } }

function ChooseTwo({ frame: { locale }, compared, versions }: ChooseProps) {
  const say = words(locale)
  return (
    <form class="compare" method="get" action={`/${locale}/terms/comparison`}>
      {(['from', 'to'] as const).map((side) => (
        <FormField id={side} label={say(side)}>
          {(described) => (
            <select {...described} name={side}>
              {versions.map(({ version }) => (
                <option value={`${version}`} selected={version === compared[side].version}>
                  {say('version', { version })}
                </option>
              ))}
            </select>
          )}
        </FormField>
      ))}
      <button class="small" type="submit">
        {say('compare')}
      </button>
    </form>
  )
}
