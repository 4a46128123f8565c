import { isWebAddress } from '../platform/web-address.ts'

/** Where somebody who cannot get at something writes to, and what is planned; empty: not said. */
export type Setting = {
  email: string
  /** A form elsewhere. */
  address: string
  /** Where the plan of several years can be read (law 2005-102, article 47). */
  planAddress: string
}

export const noSetting: Setting = { email: '', address: '', planAddress: '' }

export type SettingProblem = 'no-email' | 'no-address' | 'no-plan-address' | 'changed-since'

type Read = { ok: true; setting: Setting } | { ok: false; problems: SettingProblem[] }

export function readSetting(typed: Setting, isEmail: (typed: string) => boolean): Read {
  const [email, address] = [typed.email.trim(), typed.address.trim()]
  const planAddress = typed.planAddress.trim()
  const problems = [
    email === '' || isEmail(email) ? null : ('no-email' as const),
    isAddress(address) ? null : ('no-address' as const),
    isAddress(planAddress) ? null : ('no-plan-address' as const),
  ].filter((problem) => problem !== null)
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, setting: { email, address, planAddress } }
}

function isAddress(typed: string): boolean {
  return typed === '' || (typed.length <= 2000 && isWebAddress(typed))
}
