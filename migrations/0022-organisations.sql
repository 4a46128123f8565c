-- Organisations, who speaks for them and until when; what people say of themselves; true names kept private.

create type public_office as enum ('elected', 'official');

alter table person
  add column territory text check (char_length(territory) between 1 and 120),
  -- Codes of the languages that they read.
  add column languages text[] not null default '{}' check (cardinality(languages) <= 20),
  add column office public_office,
  add column office_title text check (char_length(office_title) between 1 and 120),
  -- Seen by the moderators of reports that ask for it, and by administrators; in no journal, download or search.
  add column true_name text check (char_length(true_name) between 1 and 120),
  add constraint person_office_check check ((office is null) = (office_title is null));

alter table report add column true_names boolean not null default false;

create type verification as enum ('domain', 'siret', 'administrator');

create table organisation (
  id integer generated always as identity primary key,
  -- Given once, for ever: contributions name it.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (char_length(name) between 1 and 120),
  description text check (char_length(description) between 1 and 2000),
  helix_side helix_side not null,
  public_body boolean not null,
  territory text check (char_length(territory) between 1 and 120),
  languages text[] not null default '{}' check (cardinality(languages) <= 20),
  website text check (website ~* '^https?://' and char_length(website) <= 2000),
  siret text check (siret ~ '^[0-9]{14}$'),
  -- Of its e-mail addresses, in ASCII.
  mail_domain text check (mail_domain = lower(mail_domain) and char_length(mail_domain) <= 253),
  -- Counts the changes, so that two leads never overwrite each other unseen.
  revision integer not null default 1 check (revision > 0),
  verified_at timestamptz(3),
  verified_by verification,
  -- Why, where an administrator verified it: public.
  verified_reason text check (char_length(verified_reason) between 1 and 1000),
  created_at timestamptz(3) not null,
  created_by integer not null references person,
  -- Made with the form: what is sent twice is made once.
  key text not null check (char_length(key) between 16 and 100),
  unique (created_by, key),
  check ((verified_at is null) = (verified_by is null)),
  check ((verified_by is not distinct from 'administrator') = (verified_reason is not null))
);
create index organisation_name on organisation (lower(name), id);
-- One establishment, one verified organisation.
create unique index organisation_siret on organisation (siret) where verified_at is not null;

create table organisation_member (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation,
  person_id integer not null references person,
  asked_at timestamptz(3) not null,
  -- Null while a lead has not said yes.
  since timestamptz(3),
  -- What the organisation says that they are in it.
  office public_office,
  office_title text check (char_length(office_title) between 1 and 120),
  unique (organisation_id, person_id),
  check ((office is null) = (office_title is null))
);
create index organisation_member_person on organisation_member (person_id);

-- A mailed link that proves an address at the organisation's domain; it signs nobody in.
create table organisation_proof (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  organisation_id integer not null references organisation,
  person_id integer not null references person,
  email text not null check (char_length(email) between 3 and 254 and email = lower(email)),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null check (expires_at > created_at),
  used_at timestamptz(3)
);
create index organisation_proof_organisation on organisation_proof (organisation_id);
create index organisation_proof_person on organisation_proof (person_id, created_at);
create index organisation_proof_email on organisation_proof (email, created_at);

alter table role_grant
  drop constraint role_grant_scope_kind_check,
  add constraint role_grant_scope_kind_check check (scope_kind in ('site', 'report', 'organisation'));
alter type role add value 'representative';
alter type role add value 'organisation-lead';

create table hand_over (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisation,
  -- When the mandates of the team that leaves end and the successor's begin.
  at timestamptz(3) not null,
  successor_id integer not null references person,
  planned_by integer not null references person,
  planned_at timestamptz(3) not null check (planned_at < at),
  undone_at timestamptz(3) check (undone_at >= planned_at)
);
create index hand_over_successor on hand_over (successor_id);
create index hand_over_planned_by on hand_over (planned_by);
-- One at a time.
create index hand_over_organisation on hand_over (organisation_id, at);

-- The mandates that a hand-over shortened, with their ends before it; and (null) those that it gave.
create table hand_over_grant (
  hand_over_id integer not null references hand_over,
  grant_id integer not null references role_grant on delete cascade,
  given boolean not null,
  until_before timestamptz(3),
  primary key (hand_over_id, grant_id)
);
create index hand_over_grant_grant on hand_over_grant (grant_id);

-- Who spoke, as shown when it was published. What was typed as an organisation stays so: nobody verified it.
alter table contribution
  add column territory text,
  add column languages text[] not null default '{}',
  add column office public_office,
  add column office_title text,
  -- A mandate of a verified public body said the same.
  add column office_verified boolean,
  -- The organisation that it was said for, whose name then stands in «organisation».
  add column spoken_for text references organisation (slug),
  add column spoken_for_verified boolean,
  add column mandate_from timestamptz(3),
  add column mandate_until timestamptz(3),
  add constraint contribution_office_check check (num_nonnulls(office, office_title, office_verified) in (0, 3)),
  add constraint contribution_spoken_for_check check (
    num_nonnulls(spoken_for, spoken_for_verified, mandate_from) in (0, 3)
    and (mandate_until is null or mandate_from is not null)
    and (spoken_for is null or organisation is not null)
  );
create index contribution_spoken_for on contribution (spoken_for, number desc) where spoken_for is not null;
