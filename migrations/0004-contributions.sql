create type contribution_kind as enum ('amendment');
create type contribution_state as enum ('published');

create table contribution (
  -- The public number.
  number integer generated always as identity primary key,
  report_id integer not null references report,
  kind contribution_kind not null,
  state contribution_state not null,
  author_id integer not null references person,
  -- As shown when it was published: a later change of name does not rewrite what was said.
  author_name text not null,
  helix_side helix_side not null,
  organisation text,
  lang text not null,
  body text not null,
  published_at timestamptz(3) not null,
  -- Made with the form: sent twice, a contribution is still one.
  idempotency_key text not null,
  -- SHA-256(salt ‖ canonical contribution), in the journal and in editions in place of the words.
  salt bytea check (octet_length(salt) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  unique (author_id, idempotency_key)
);
create index contribution_report on contribution (report_id, number);

-- What a contribution points at, as it stood in the edition that was read; never overwritten.
create table passage (
  contribution_number integer primary key references contribution,
  edition_id integer not null,
  block_id text not null,
  -- UTF-16 code units within the block's plain text.
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  exact text not null,
  prefix text not null,
  suffix text not null,
  foreign key (edition_id, block_id) references edition_block
);
create index passage_block on passage (block_id);

create table amendment (
  contribution_number integer primary key references contribution,
  base_sha256 bytea not null check (octet_length(base_sha256) = 32),
  -- Numbers of the replaced sentences within the block: `blockId.sN`.
  sentences integer[] not null check (cardinality(sentences) > 0),
  wording text not null
);
