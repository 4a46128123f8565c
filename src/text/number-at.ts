/** Returns the number at an index of a list that is known to reach that far; 0 beyond its end. */
export function numberAt(list: ArrayLike<number>, index: number): number {
  return list[index] ?? 0
}
