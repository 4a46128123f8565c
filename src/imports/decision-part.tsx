import { TakesTime } from '../ui/takes-time.tsx'
import { previewHref, type PreviewProps } from './preview-props.ts'
import { words } from './words.ts'

/** Taking the text over, or not; there is nothing to take where nothing would change. */
export function DecisionPart(props: PreviewProps) {
  const { frame, differences, upload, digest } = props
  const say = words(frame.locale)
  const changes = differences === null || differences.told.length > 0
  const href = previewHref(props)
  return (
    <section class="take-part" aria-labelledby="decide">
      <h2 id="decide">{say('decide')}</h2>
      <p>
        {changes
          ? say(differences === null ? 'decide-first' : 'decide-again')
          : say('nothing-differs')}
      </p>
      <div class="actions">
        {changes && (
          <form method="post" action={`${href}/acceptance`}>
            <input type="hidden" name="digest" value={digest} />
            <input type="hidden" name="sha256" value={upload.sha256.toString('hex')} />
            <TakesTime locale={frame.locale} />
            <button type="submit">{say('accept')}</button>
          </form>
        )}
        <form method="post" action={`${href}/end`}>
          <button type="submit" class="quiet">
            {say('give-up')}
          </button>
        </form>
      </div>
      <p class="fine">{say('preview-kept')}</p>
    </section>
  )
}
