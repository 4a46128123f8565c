import { makeAnew } from './make-anew.ts'
import type { CleaningJob } from './clean-file.ts'
import { readFile } from 'node:fs/promises'

// It stays until whoever has its answer ends it: an end that is heard of before the answer would say that there is none.
process.on('message', ({ path }: CleaningJob) => {
  void readFile(path)
    .then(makeAnew)
    .then((made) => process.send?.(made))
})
