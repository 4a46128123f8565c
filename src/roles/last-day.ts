/** The last day of what holds until that moment: the midnight in Paris that ends it belongs to the next. */
export function lastDay(until: Date): Date {
  return new Date(until.getTime() - 1000)
}
