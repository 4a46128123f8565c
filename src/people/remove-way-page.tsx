import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  address: string
  /** What the way in is called. */
  name: string
  /** Nobody could come in any more. */
  isLast: boolean
  /** It was to be given up all the same. */
  refused?: boolean
}

/** Before a way in is given up; or why it is not. */
export function RemoveWayPage({ frame, address, name, isLast, refused = false }: Props) {
  const say = words(frame.locale)
  const title = say('remove-way', { name })
  return (
    <Layout frame={frame} title={refused ? say('refused-title', { title }) : title}>
      <ErrorSummary
        locale={frame.locale}
        problems={refused ? [{ field: 'content', sentence: say('last-way') }] : []}
      />
      <h1>{title}</h1>
      {isLast ? (
        <>
          <p>{say('last-way')}</p>
          <p>
            <a class="button" href={`/${frame.locale}/account`}>
              {say('back-to-account')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{say('remove-way-note')}</p>
          <form method="post" action={address} class="actions">
            <button type="submit">{say('remove')}</button>
            <a href={`/${frame.locale}/account`}>{say('leave-it')}</a>
          </form>
        </>
      )}
    </Layout>
  )
}
