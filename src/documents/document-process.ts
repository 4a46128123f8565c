import type { DocumentJob } from './document.ts'
import { readJob } from './read-job.ts'

// What is no expected problem ends the process with that error, which is told to whoever waits for it. It stays until whoever
// has its answer ends it: an end that is heard of before the answer would say that there is none.
process.on('message', (job: DocumentJob) => {
  void readJob(job).then((answer) => process.send?.(answer))
})
