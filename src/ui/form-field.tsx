import type { Child } from 'hono/jsx'

type Props = {
  id: string
  label: string
  hint?: string | undefined
  problem?: string | undefined
  children: (described: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: 'true'
  }) => Child
}

/** A label, its hint and what is wrong, bound to the control that `children` draws. */
export function FormField({ id, label, hint, problem, children }: Props) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div class={problem ? 'field refused' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(problem && { 'aria-invalid': 'true' }),
      })}
    </div>
  )
}
