import { z } from 'zod'
import type { BucketSettings } from './files/bucket.ts'
import type { FileSettings } from './files/file-store.ts'
import { isMailAddress } from './mail/mail.ts'
import { readProxies } from './networks/client-address.ts'
import { readProviders, type ProviderSettings } from './oidc/provider-settings.ts'
import { periodMistakes, periodSettings, periodsOf, type Periods } from './periods.ts'

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

const settings = periodSettings.extend({
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  SECRET: z.string().min(32).optional(),
  MAIL_FROM: z.email().refine(isMailAddress).optional(),
  PRIVACY_CONTACT: z.email().refine(isMailAddress).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATA_FOLDER: z.string().min(1).default('var'),
  FILES_FOLDER: z.string().min(1).optional(),
  FILES_S3_ENDPOINT: url(['http:', 'https:']).optional(),
  FILES_S3_BUCKET: z.string().min(1).optional(),
  FILES_S3_REGION: z.string().min(1).default('us-east-1'),
  FILES_S3_KEY: z.string().min(1).optional(),
  FILES_S3_SECRET: z.string().min(1).optional(),
  PSEUDO_LOCALE: z.enum(['0', '1']).default('0'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
    .refine((entries) => readProxies(entries) !== null),
})

type Settings = z.infer<typeof settings>
type Name = keyof Settings

/** What the program runs with. `databaseUrl` undefined: it brings its own PostgreSQL and the demonstration. */
export type Config = {
  databaseUrl: string | undefined
  publicUrl: string | undefined
  /** Undefined: the demonstration shows its mails instead of sending them. */
  smtpUrl: string | undefined
  /** Undefined: one is made and kept in the data folder. */
  secret: string | undefined
  /** Undefined: `vivace@` the site's own host. */
  mailFrom: string | undefined
  /** Who answers for personal data; undefined: whom the mails are from. */
  privacyContact: string | undefined
  periods: Periods
  host: string
  port: number
  logLevel: Settings['LOG_LEVEL']
  dataFolder: string
  files: FileSettings
  pseudoLocale: boolean
  /** Addresses and ranges of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** Whom people may sign in with, besides their mail address. */
  providers: ProviderSettings[]
}

const mistakes: Record<Name, string> = {
  DATABASE_URL:
    'DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host/name.',
  PUBLIC_URL: 'PUBLIC_URL must be the http or https address under which people reach this site.',
  SMTP_URL: 'SMTP_URL must be the smtp or smtps address of a mail server.',
  SECRET: 'SECRET must be at least 32 characters long, for example from `openssl rand -hex 32`.',
  MAIL_FROM: 'MAIL_FROM must be one e-mail address: whom the mails are from.',
  PRIVACY_CONTACT: 'PRIVACY_CONTACT must be one e-mail address: who answers for personal data.',
  ...periodMistakes,
  HOST: 'HOST must be the address to listen on, for example 127.0.0.1.',
  PORT: 'PORT must be a whole number from 0 to 65535.',
  LOG_LEVEL: 'LOG_LEVEL must be one of debug, info, warn, error, silent.',
  DATA_FOLDER: 'DATA_FOLDER must name a folder for the data that Vivace brings itself.',
  FILES_FOLDER: 'FILES_FOLDER must name a folder for the files that people attach.',
  FILES_S3_ENDPOINT:
    'FILES_S3_ENDPOINT must be the http or https address of a storage that speaks S3.',
  FILES_S3_BUCKET: 'FILES_S3_BUCKET must name a bucket: FILES_S3_ENDPOINT says where it is.',
  FILES_S3_REGION: 'FILES_S3_REGION must name the region of the bucket.',
  FILES_S3_KEY: 'FILES_S3_KEY must be the access key of the bucket.',
  FILES_S3_SECRET: 'FILES_S3_SECRET must be the secret that goes with FILES_S3_KEY.',
  PSEUDO_LOCALE: 'PSEUDO_LOCALE must be 0 or 1.',
  TRUSTED_PROXIES:
    'TRUSTED_PROXIES must be addresses or ranges such as 127.0.0.1, 10.0.0.0/8 or ::1, separated by commas.',
}

/** What a production start cannot do without, and why. */
const neededWithDatabase: { [N in Name]?: string } = {
  PUBLIC_URL: 'PUBLIC_URL is missing: forms are only accepted from the address that it names.',
  SMTP_URL: 'SMTP_URL is missing: it names the mail server.',
  SECRET: 'SECRET is missing: it encrypts the mails that wait to be sent.',
}

/** Without which a bucket cannot be used. */
const neededWithBucket: readonly Name[] = ['FILES_S3_BUCKET', 'FILES_S3_KEY', 'FILES_S3_SECRET']

export type ParsedConfig = { ok: true; config: Config } | { ok: false; mistakes: string[] }

/** Reads the environment; each mistake is one sentence that says what to set. */
export function parseConfig(env: Record<string, string | undefined>): ParsedConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  const read = readProviders(given)
  if (!parsed.success || read.mistakes.length > 0) {
    const names = new Set(parsed.error?.issues.map(({ path }) => String(path[0])))
    return {
      ok: false,
      mistakes: [...listOf(mistakes, (name) => names.has(name)), ...read.mistakes],
    }
  }
  const values = parsed.data
  if (values.DATABASE_URL) {
    const missing = listOf(neededWithDatabase, (name) => values[name] === undefined)
    if (missing.length > 0) return { ok: false, mistakes: missing }
  }
  const inBucket = values.FILES_S3_ENDPOINT ? neededWithBucket : []
  const unsaid = listOf(mistakes, (name) => inBucket.includes(name) && values[name] === undefined)
  if (unsaid.length > 0) return { ok: false, mistakes: unsaid }
  return {
    ok: true,
    config: {
      databaseUrl: values.DATABASE_URL,
      publicUrl: values.PUBLIC_URL,
      smtpUrl: values.SMTP_URL,
      secret: values.SECRET,
      mailFrom: values.MAIL_FROM,
      privacyContact: values.PRIVACY_CONTACT,
      periods: periodsOf(values),
      host: values.HOST,
      port: values.PORT,
      logLevel: values.LOG_LEVEL,
      dataFolder: values.DATA_FOLDER,
      files: { folder: values.FILES_FOLDER, bucket: bucketOf(values) },
      pseudoLocale: values.PSEUDO_LOCALE === '1',
      trustedProxies: values.TRUSTED_PROXIES,
      providers: read.providers,
    },
  }
}

function bucketOf(values: Settings): BucketSettings | null {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = values
  const { FILES_S3_KEY: key, FILES_S3_SECRET: secret } = values
  if (!endpoint || !bucket || !key || !secret) return null
  return { endpoint, bucket, region, key, secret }
}

function listOf(sentences: { [N in Name]?: string }, chosen: (name: Name) => boolean): string[] {
  return settings
    .keyof()
    .options.filter(chosen)
    .flatMap((name) => sentences[name] ?? [])
}
