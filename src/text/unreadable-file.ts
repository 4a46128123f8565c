export type FileProblem = 'not-a-word-file' | 'broken-file' | 'unpacks-too-large'

/** Why a file that somebody sent cannot be read; nothing of what is in it. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem)
    this.name = 'UnreadableFile'
    this.problem = problem
  }
}
