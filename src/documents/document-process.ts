import type { DocumentJob } from './document.ts'
import { readJob } from './read-job.ts'

// What is no expected problem ends the process with that error, which is told to whoever waits for it.
process.once('message', (job: DocumentJob) => {
  void readJob(job).then((answer) => process.send?.(answer))
})
