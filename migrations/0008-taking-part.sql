-- Every kind of contribution, on passages, on reports and on other contributions; revisions, drafts,
-- supports, receipts; and consultations that were held elsewhere.

alter type contribution_kind rename to contribution_kind_before;
create type contribution_kind as enum (
  'remark', 'question', 'argument', 'source', 'amendment', 'new-proposition', 'local-success'
);
alter table contribution
  alter column kind type contribution_kind using kind::text::contribution_kind;
drop type contribution_kind_before;

alter type contribution_state rename to contribution_state_before;
create type contribution_state as enum ('published', 'withdrawn', 'withheld');
alter table contribution
  alter column state type contribution_state using state::text::contribution_state;
drop type contribution_state_before;

create type stance as enum ('for', 'against');
create type contribution_origin as enum ('online', 'import');

-- Pseudonyms of a consultation held elsewhere said nothing of a side.
alter table person alter column helix_side drop not null;
alter table contribution alter column helix_side drop not null;
alter table identity drop constraint identity_provider_check;
alter table identity add constraint identity_provider_check
  check (provider in ('email', 'demonstration', 'import'));

create table consultation (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  name text not null check (char_length(name) between 1 and 300),
  url text,
  licence text,
  bill_sha256 bytea not null check (octet_length(bill_sha256) = 32),
  contributions_sha256 bytea not null check (octet_length(contributions_sha256) = 32),
  imported_at timestamptz(3) not null,
  unique (report_id, name)
);

alter table contribution
  add column stance stance,
  add column origin contribution_origin not null default 'online',
  add column consultation_id integer references consultation,
  -- What it is called where it was imported from: a second import adds nothing.
  add column source_key text,
  add column edition_id integer references edition,
  -- The contribution that it answers, and the one with which that thread began.
  add column reply_to integer references contribution,
  add column thread integer references contribution,
  -- Number of the newest revision.
  add column revision integer not null default 1 check (revision > 0),
  -- When it came in here; for an imported one, later than it was published there.
  add column received_at timestamptz(3),
  add column withdrawn_at timestamptz(3),
  -- Supports given here, and those and the agreement counted where it was imported from: for sorting.
  add column supports integer not null default 0 check (supports >= 0),
  -- When the editors decided on it: from then on its words stay as they were judged.
  add column settled_at timestamptz(3);
update contribution set received_at = published_at;
update contribution set edition_id = passage.edition_id
  from passage where passage.contribution_number = contribution.number;
update contribution set settled_at = answer.answered_at
  from answer_contribution link join answer on answer.id = link.answer_id
  where link.contribution_number = contribution.number;
alter table contribution
  alter column origin drop default,
  alter column received_at set not null,
  alter column edition_id set not null,
  add unique (consultation_id, source_key),
  add check ((kind = 'argument') = (stance is not null)),
  add check ((origin = 'import') = (consultation_id is not null)),
  add check ((consultation_id is null) = (source_key is null)),
  add check (origin = 'import' or helix_side is not null),
  add check ((reply_to is null) = (thread is null)),
  add check (state <> 'withdrawn' or withdrawn_at is not null);

-- What was said, every time that it was said; the newest is shown.
create table revision (
  contribution_number integer not null references contribution,
  revision integer not null check (revision > 0),
  at timestamptz(3) not null,
  title text check (char_length(title) > 0),
  body text not null,
  explanation text,
  link text,
  place text,
  wording text,
  -- SHA-256(salt ‖ canonical contribution), in the journal and in editions in place of the words.
  salt bytea check (octet_length(salt) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  primary key (contribution_number, revision)
);
insert into revision (contribution_number, revision, at, body, wording, salt, commitment)
  select number, 1, published_at, body, amendment.wording, salt, commitment
  from contribution join amendment on amendment.contribution_number = contribution.number;
alter table contribution drop column body, drop column salt, drop column commitment;
alter table amendment drop column wording;
alter table contribution add foreign key (number, revision) references revision
  deferrable initially deferred;

create index contribution_newest on contribution (report_id, state, number desc);
create index contribution_supported on contribution (report_id, supports desc, number desc);
create index contribution_waiting on contribution (report_id, number)
  where settled_at is null and state = 'published' and reply_to is null;
create index contribution_author on contribution (author_id, received_at);
create index contribution_thread on contribution (thread, number) where thread is not null;
create index contribution_reply on contribution (reply_to) where reply_to is not null;

create function refuse_revision_rewriting() returns trigger language plpgsql as $$
begin
  -- An erasure destroys words and salt; nothing else alters a revision.
  if tg_op = 'UPDATE' and new.salt is null
    and (new.contribution_number, new.revision, new.at, new.commitment)
      is not distinct from (old.contribution_number, old.revision, old.at, old.commitment) then
    return new;
  end if;
  raise exception 'a revision says what it said';
end
$$;
create trigger revision_is_kept before update or delete on revision
  for each row execute function refuse_revision_rewriting();

-- One person, one support, whatever is clicked.
create table support (
  contribution_number integer not null references contribution,
  person_id integer not null references person,
  given_at timestamptz(3) not null,
  primary key (contribution_number, person_id)
);
create index support_person on support (person_id, given_at);

-- Totals that came with a consultation, on a contribution or on a passage: numbers without a list.
create table imported_total (
  id integer generated always as identity primary key,
  consultation_id integer not null references consultation,
  contribution_number integer unique references contribution,
  block_id text references block,
  agree integer not null check (agree >= 0),
  mixed integer not null check (mixed >= 0),
  disagree integer not null check (disagree >= 0),
  supports integer not null check (supports >= 0),
  rewordings integer not null check (rewordings >= 0),
  unique (consultation_id, block_id),
  check (num_nonnulls(contribution_number, block_id) = 1)
);
create index imported_total_block on imported_total (block_id) where block_id is not null;

-- What somebody is writing, as typed; only they see it. The key is the form's own.
create table draft (
  author_id integer not null references person,
  key text not null check (char_length(key) between 16 and 100),
  report_id integer not null references report,
  kind contribution_kind not null,
  block_id text references block,
  reply_to integer references contribution,
  fields jsonb not null,
  updated_at timestamptz(3) not null,
  primary key (author_id, key)
);

-- What the author of an act can show: complete once the entry is sealed, and the same ever after.
create table receipt (
  entry_id integer primary key references journal_entry,
  contribution_number integer not null references contribution,
  person_id integer not null references person,
  head_sequence integer,
  head_sha256 bytea check (octet_length(head_sha256) = 32),
  mailed_at timestamptz(3),
  check ((head_sequence is null) = (head_sha256 is null))
);
create index receipt_person on receipt (person_id, entry_id);

-- A withheld contribution leaves a public trace: the reason, and when.
create table withholding (
  id integer generated always as identity primary key,
  contribution_number integer not null references contribution,
  reason text not null check (char_length(reason) > 0),
  withheld_by integer references person,
  withheld_at timestamptz(3) not null,
  released_by integer references person,
  released_at timestamptz(3),
  check ((released_at is null) = (released_by is null))
);
create unique index withholding_in_force on withholding (contribution_number)
  where released_at is null;
