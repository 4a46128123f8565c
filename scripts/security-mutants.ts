import { outsideMutants } from './outside-mutants.ts'
import { packageMutants } from './package-mutants.ts'
import { sessionMutants } from './session-mutants.ts'

/** Ways to break what SECURITY.md says of the program as a whole. */
export const securityMutants = [...sessionMutants, ...outsideMutants, ...packageMutants]
