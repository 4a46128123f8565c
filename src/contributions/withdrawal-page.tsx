import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Contribution } from './contribution.ts'
import { nameOf } from './place-parts.tsx'
import { words } from './words.ts'

type Props = { frame: Frame; report: Report; contribution: Contribution }

/** Taking one's contribution back cannot be undone: it is asked once more. */
export function WithdrawalPage({ frame, report, contribution }: Props) {
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/contributions/${contribution.number}`
  const name = nameOf(locale, contribution)
  return (
    <Layout frame={frame} title={say('withdraw-title', { what: name })}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report), { href: here, label: name }]} />
      <h1>{say('withdraw-title', { what: name })}</h1>
      <p>{say('withdraw-lead')}</p>
      <form method="post" action={`${here}/withdrawal`} class="actions">
        <button type="submit">{say('withdraw')}</button>
        <a href={here}>{say('leave-as-is')}</a>
      </form>
    </Layout>
  )
}
