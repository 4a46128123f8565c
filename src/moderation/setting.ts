import type { ModerationSetting } from '../contributions/index.ts'
import type { Json } from '../platform/canonical.ts'

/** In days: what can be promised. */
export const daysLimits = { least: 1, most: 60 } as const

export type TypedSetting = { mode: 'before' | 'after' | null; days: string }
export type SettingProblem = 'no-mode' | 'days-unreadable'

type Read = { ok: true; setting: ModerationSetting } | { ok: false; problems: SettingProblem[] }

export function readSetting({ mode, days }: TypedSetting): Read {
  const promisedDays = /^\s*\d{1,4}\s*$/.test(days) ? Number(days) : 0
  const promised = promisedDays >= daysLimits.least && promisedDays <= daysLimits.most
  if (mode !== null && promised) {
    return { ok: true, setting: { beforePublication: mode === 'before', promisedDays } }
  }
  return {
    ok: false,
    problems: [
      ...(mode === null ? ['no-mode' as const] : []),
      ...(promised ? [] : ['days-unreadable' as const]),
    ],
  }
}

/** What the journal says of a setting. */
export function payloadOfSetting(setting: ModerationSetting & { id: number }): {
  [key: string]: Json
} {
  const { id, beforePublication, promisedDays } = setting
  return { setting: id, mode: beforePublication ? 'before' : 'after', days: promisedDays }
}

/** When a moderator has promised to have decided. */
export function dueAt(
  since: Date,
  { promisedDays }: Pick<ModerationSetting, 'promisedDays'>,
): Date {
  return new Date(since.getTime() + promisedDays * 24 * 3600 * 1000)
}
