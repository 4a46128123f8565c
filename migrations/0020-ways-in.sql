-- Several ways in for one person: OpenID providers, further addresses, passkeys; and what a session is known by.

alter table identity
  drop constraint identity_provider_check,
  -- Of a provider, its issuer: it is within that that a subject is one person's, for ever.
  add constraint identity_provider_check
    check (provider in ('email', 'demonstration', 'import') or provider ~ '^https?://'),
  -- What the person's own forms name it by.
  add column id integer generated always as identity unique,
  -- The establishment (SIRENE) that a provider vouches for.
  add column siret text check (siret ~ '^[0-9]{14}$');

-- A link may prove an address to somebody who is signed in already, whose further way in it becomes.
alter table sign_in_link add column adds_to integer references person;
create index sign_in_link_adds_to on sign_in_link (adds_to);

-- Somebody is on their way through a provider, or was asked for a passkey: once, for ten minutes, in one browser.
create table sign_in_attempt (
  -- Of the state that goes through the provider and back, or of the challenge that a passkey signs.
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  -- Of the session's cookie, which a visitor gets for this alone: no other browser can go on.
  browser_sha256 bytea not null check (octet_length(browser_sha256) = 32),
  -- The provider's name in addresses and settings; null for a passkey.
  provider text,
  nonce text,
  verifier text,
  -- Who adds a way in; null for whoever signs in.
  person_id integer references person,
  return_to text not null check (return_to like '/%'),
  locale text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null check (expires_at > created_at),
  -- When the answer came, whatever it was.
  used_at timestamptz(3),
  -- Whom the provider vouches for, encrypted (src/platform/mail/seal.ts), until its person has decided.
  answer bytea,
  check (num_nonnulls(provider, nonce, verifier) in (0, 3)),
  check (answer is null or used_at is not null)
);
create index sign_in_attempt_expires on sign_in_attempt (expires_at);
create index sign_in_attempt_person on sign_in_attempt (person_id);

alter table session
  add column id integer generated always as identity unique,
  -- Kinds, of a short list: no agent is kept.
  add column browser text not null default 'other',
  add column system text not null default 'other',
  -- Kept by the day: reading costs no write each time.
  add column seen_on date,
  -- By whom its person was vouched for, and what to tell them when they sign out, encrypted.
  add column provider text,
  add column id_token bytea,
  add check ((provider is null) = (id_token is null));
update session set seen_on = (created_at at time zone 'Europe/Paris')::date;
alter table session alter column seen_on set not null;
create index session_expires on session (expires_at);

create table passkey (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  credential_id text not null unique,
  public_key bytea not null,
  -- Of its last use; one that falls behind was copied.
  counter bigint not null check (counter >= 0),
  -- Kept by more than one device.
  synced boolean not null,
  transports text[] not null,
  name text not null check (char_length(name) between 1 and 80),
  created_at timestamptz(3) not null,
  used_on date
);
create index passkey_person on passkey (person_id);
