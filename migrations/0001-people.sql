create type helix_side as enum ('political', 'academic', 'economic', 'association', 'citizen');
create type role as enum ('rapporteur', 'editor-in-chief');

create table person (
  id integer generated always as identity primary key,
  -- The name that the public journal knows: random, so that it says nothing once the person is erased.
  pseudonym uuid not null unique,
  display_name text not null check (char_length(display_name) between 1 and 80),
  helix_side helix_side not null,
  organisation text check (char_length(organisation) between 1 and 120),
  locale text not null,
  created_at timestamptz(3) not null
);

-- The ways in that a person has; `subject` is the e-mail address, or the provider's own id.
create table identity (
  provider text not null check (provider in ('email', 'demonstration')),
  subject text not null,
  person_id integer not null references person,
  created_at timestamptz(3) not null,
  primary key (provider, subject)
);
create index identity_person on identity (person_id);

create table session (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  person_id integer not null references person,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index session_person on session (person_id);

create table role_grant (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  role role not null,
  scope_kind text not null check (scope_kind in ('report')),
  scope_id integer not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) check (until_at > from_at)
);
create index role_grant_person on role_grant (person_id);
