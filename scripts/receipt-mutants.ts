const receipts = { test: 'test/verify-receipts.test.ts' }

/** Ways to make a receipt prove what it does not. */
export const receiptMutants = [
  {
    name: 'verify: a receipt need not hold in itself',
    file: 'src/journal/receipt.ts',
    replace: "if (!holdsInItself(receipt)) return 'does-not-hold'",
    by: '',
    guard: receipts,
  },
  {
    name: 'verify: a receipt may have a head before its entry',
    file: 'src/journal/receipt.ts',
    replace: 'if (head.sequence < sequence) return false',
    by: '',
    guard: receipts,
  },
  {
    name: 'verify: a receipt may have another head in its entry’s place',
    file: 'src/journal/receipt.ts',
    replace: 'if (head.sequence === sequence && head.hash !== entry) return false',
    by: '',
    guard: receipts,
  },
  {
    name: 'verify: a receipt’s entry may be another one',
    file: 'src/journal/receipt.ts',
    replace: 'if (hex(entry.entrySha256) !== receipt.entry) {',
    by: 'if (false as boolean) {',
    guard: receipts,
  },
  {
    name: 'verify: a receipt tells not what was rewritten before it',
    file: 'src/journal/receipt.ts',
    replace: "saysTheSame(receipt, entry) ? 'rewritten-before' : 'entry-rewritten'",
    by: "'entry-rewritten'",
    guard: receipts,
  },
  {
    name: 'verify: a receipt’s entry without a date stops it',
    file: 'src/journal/receipt.ts',
    replace: 'return isTime(entry.at) && hex',
    by: 'return hex',
    guard: receipts,
  },
  {
    name: 'verify: a receipt’s entry may say something else',
    file: 'src/journal/receipt.ts',
    replace: "if (!isErased(entry) && !hasPayloadOf(receipt, entry)) return 'payload-altered'",
    by: '',
    guard: receipts,
  },
  {
    name: 'verify: a receipt’s entry may have another salt',
    file: 'src/journal/receipt.ts',
    replace: 'entry.salt !== null && hex(entry.salt) === salt',
    by: 'entry.salt !== null',
    guard: receipts,
  },
  {
    name: 'verify: a receipt’s entry may not be erased',
    file: 'src/journal/receipt.ts',
    replace: 'if (!isErased(entry) && !hasPayloadOf',
    by: 'if (!hasPayloadOf',
    guard: receipts,
  },
  {
    name: 'verify: a receipt’s head may be another one',
    file: 'src/journal/receipt.ts',
    replace: "hex(head.entrySha256) === receipt.head.hash ? null : 'rewritten-up-to-head'",
    by: 'null',
    guard: receipts,
  },
  {
    name: 'verify: a receipt proves something of a broken chain',
    file: 'src/editions/verify-record.ts',
    replace: 'chain.length === 0 ? receipts.proofs : []',
    by: 'receipts.proofs',
    guard: receipts,
  },
  {
    name: 'verify: a receipt file may be of any size',
    file: 'src/commands/read-receipt-files.ts',
    replace: "if (size > limit) return 'too-large'",
    by: '',
    guard: receipts,
  },
]
