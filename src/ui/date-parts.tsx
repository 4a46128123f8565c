const parts = [
  { part: 'day', size: 2 },
  { part: 'month', size: 2 },
  { part: 'year', size: 4 },
] as const

export type DatePart = (typeof parts)[number]['part']

type Props = {
  /** As somebody typed them. */
  typed: Record<DatePart, string>
  labelOf: (part: DatePart) => string
  /** Ids of what is said of all three. */
  describedBy: string | undefined
  isWrong: (part: DatePart) => boolean
  /** Whether a date has to have its year at least. */
  yearNeeded?: boolean
}

/** Three fields that anybody can type into, where a browser's own calendar can only tell whole days; they stand in a fieldset. */
export function DateParts({ typed, labelOf, describedBy, isWrong, yearNeeded = false }: Props) {
  return (
    <div class="date-parts">
      {parts.map(({ part, size }) => (
        <div>
          <label for={part}>{labelOf(part)}</label>
          <input
            type="text"
            inputmode="numeric"
            autocomplete="off"
            id={part}
            name={part}
            value={typed[part]}
            size={size}
            maxlength={size}
            dir="ltr"
            required={yearNeeded && part === 'year'}
            aria-describedby={describedBy}
            aria-invalid={isWrong(part) ? 'true' : undefined}
          />
        </div>
      ))}
    </div>
  )
}
