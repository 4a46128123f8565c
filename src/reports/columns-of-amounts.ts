/** A number, perhaps signed, grouped and with decimals, and its unit: «9 600 €», «−1,5», «12 %», «$40». */
const amount = /^[-−–+±]?\s?[$€£]?\d[\d\s.,’]*(?:[%‰°]|\p{L}{0,2}[€$£]|\p{L}{1,2})?$/u

/** Which columns are read down as amounts: at least half of the cells that say something are one. */
export function columnsOfAmounts(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const isOfAmounts = (column: number) => {
    const said = rows.flatMap((row) => row[column]?.trim() || [])
    return said.length > 0 && said.filter((cell) => amount.test(cell)).length * 2 >= said.length
  }
  return new Set(Array.from({ length: columns }, (_, column) => column).filter(isOfAmounts))
}
