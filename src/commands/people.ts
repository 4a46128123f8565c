import type { Command } from 'commander'
import { addGrant } from './grant.ts'
import { addSignOut } from './sign-out.ts'

export function addPeople(vivace: Command): void {
  const people = vivace.command('people').description('people and what they may do')
  addGrant(people)
  addSignOut(people)
}
