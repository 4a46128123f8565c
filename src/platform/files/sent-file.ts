/** A file as it came and lies in a folder of its form's own, cut off where it is longer than any may be. */
export type SentFile = { path: string; name: string; bytes: number; cut: boolean }
