create table report (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  title text not null check (char_length(title) between 1 and 300),
  lang text not null,
  authors text,
  commissioner text,
  licence text,
  edition_planned_for date,
  illustrative boolean not null,
  created_at timestamptz(3) not null
);

create table import_source (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  file_name text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  reason text not null,
  imported_at timestamptz(3) not null
);

-- Every block there ever was: an id is given once and never used again.
create table block (
  id text primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  report_id integer not null references report
);

create type block_kind as enum (
  'part', 'chapter', 'section', 'proposition', 'paragraph', 'list-item', 'quote', 'table', 'figure',
  'note'
);

-- The working text, which only editors see.
create table working_block (
  block_id text primary key references block,
  report_id integer not null references report,
  position integer not null check (position > 0),
  kind block_kind not null,
  level integer not null check (level >= 0),
  number text,
  text text not null,
  marks jsonb not null,
  sentences jsonb not null,
  next_sentence integer not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  unique (report_id, position) deferrable initially deferred
);

-- Editions, which are all that readers see. Frozen: nothing updates them.
create table edition (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  number integer not null check (number > 0),
  published_at timestamptz(3) not null,
  published_by integer not null references person,
  canonical text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  previous_sha256 bytea check (octet_length(previous_sha256) = 32),
  -- Numbers of the contributions that waited for an answer when it was published.
  unanswered integer[] not null,
  unique (report_id, number),
  check ((previous_sha256 is null) = (number = 1))
);

create table edition_block (
  edition_id integer not null references edition,
  block_id text not null references block,
  position integer not null check (position > 0),
  kind block_kind not null,
  level integer not null check (level >= 0),
  number text,
  text text not null,
  marks jsonb not null,
  sentences jsonb not null,
  next_sentence integer not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  primary key (edition_id, block_id),
  unique (edition_id, position)
);
create index edition_block_history on edition_block (block_id, edition_id);

create function refuse_edition_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'an edition is frozen';
end
$$;
create trigger edition_is_frozen before update or delete or truncate on edition
  for each statement execute function refuse_edition_rewriting();
create trigger edition_block_is_frozen before update or delete or truncate on edition_block
  for each statement execute function refuse_edition_rewriting();
