import { Layout, type Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

type Props = { frame: Frame; name: string; address: string }

/** After signing out here, on the way to doing so with who had vouched for the person. */
export function FarewellPage({ frame, name, address }: Props) {
  const say = words(frame.locale)
  return (
    <Layout frame={frame} title={say('farewell-title')}>
      <h1>{say('farewell-title')}</h1>
      <p>{say('farewell', { name })}</p>
      <p>
        <a class="button" href={address}>
          {say('farewell-there', { name })}
        </a>
      </p>
      <p>
        <a href={`/${frame.locale}`}>{say('farewell-stay', { name })}</a>
      </p>
    </Layout>
  )
}
