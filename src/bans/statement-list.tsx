import type { Line } from './statement.ts'

/** Each reason under what it is a reason of. */
export function StatementList({ lines }: { lines: readonly Line[] }) {
  return (
    <dl class="facts statement">
      {lines.map(({ term, text }) => (
        <div>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
