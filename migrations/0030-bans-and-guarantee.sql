-- Warnings and bans, with their contestation; what a guarantor says, and verifications that they ask for.

-- What somebody was told to stop, before anything else is done.
create table warning (
  id integer generated always as identity primary key,
  person_id integer references person,
  report_id integer not null references report,
  -- What gave occasion.
  contribution_number integer references contribution,
  charter_version integer not null,
  rule integer not null,
  -- For the person alone, and for moderators.
  reason text not null,
  given_by integer not null references person check (given_by <> person_id),
  given_at timestamptz(3) not null,
  -- With the hash that the journal has of whom it is for: nobody can guess it.
  salt bytea check (octet_length(salt) = 32),
  -- Since when nobody knows any more whom it was for, nor why.
  forgotten_at timestamptz(3) check (forgotten_at >= given_at),
  foreign key (charter_version, rule) references charter_rule (version, rule),
  unique (id, person_id),
  check (num_nonnulls(person_id, contribution_number, salt)
    = case when forgotten_at is null then 3 else 0 end),
  check ((reason = '') = (forgotten_at is not null))
);
create index warning_person on warning (person_id);
create index warning_report on warning (report_id);
create index warning_contribution on warning (contribution_number);
create index warning_given_by on warning (given_by);

-- It is over by itself, lifted, replaced by another, or ended by whoever decided on its contestation.
create type ban_end as enum ('over', 'lifted', 'prolonged', 'contested');
create type contest_outcome as enum ('upheld', 'ended');

create table ban (
  id integer generated always as identity primary key,
  person_id integer references person,
  -- Where the person may not take part; null for the whole site.
  scope_kind text not null check (scope_kind in ('site', 'report')),
  scope_id integer references report,
  contribution_number integer references contribution,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null check (until_at > from_at),
  charter_version integer not null,
  rule integer not null,
  -- For the person alone, and for moderators.
  reason text not null,
  -- A warning that came before, or why there needed to be none.
  warning_id integer,
  grave_reason text,
  set_by integer not null references person check (set_by <> person_id),
  prolongs integer unique references ban,
  salt bytea check (octet_length(salt) = 32),
  -- Of one that is over by itself: when the journal was told.
  ended_at timestamptz(3) check (ended_at >= from_at),
  end_kind ban_end,
  ended_by integer references person,
  end_reason text,
  contested_at timestamptz(3) check (contested_at >= from_at),
  contest_words text,
  -- By somebody else than whoever set it.
  decided_by integer references person check (decided_by <> set_by and decided_by <> person_id),
  decided_at timestamptz(3) check (decided_at >= contested_at),
  outcome contest_outcome,
  outcome_reason text,
  -- Since when nobody knows any more whom it was for, why, and in which words it was contested.
  forgotten_at timestamptz(3) check (forgotten_at >= from_at),
  foreign key (charter_version, rule) references charter_rule (version, rule),
  foreign key (warning_id, person_id) references warning (id, person_id),
  check ((scope_kind = 'site') = (scope_id is null)),
  -- A year at most.
  check (until_at <= from_at + interval '367 days'),
  check (num_nonnulls(warning_id, grave_reason) = 1),
  check (num_nonnulls(ended_at, end_kind) in (0, 2)),
  check ((ended_by is not null) = (end_kind is not null and end_kind <> 'over')),
  check ((end_reason is not null) = (end_kind is not null and end_kind = 'lifted')),
  check (num_nonnulls(contested_at, contest_words) in (0, 2)),
  check (num_nonnulls(decided_by, decided_at, outcome, outcome_reason) in (0, 4)),
  check (decided_at is null or contested_at is not null),
  check (num_nonnulls(person_id, contribution_number, salt)
    = case when forgotten_at is null then 3 else 0 end),
  check (case when forgotten_at is null then least(
      char_length(reason), char_length(grave_reason), char_length(end_reason),
      char_length(contest_words), char_length(outcome_reason)) > 0
    else concat(reason, grave_reason, end_reason, contest_words, outcome_reason) = '' end)
);
-- Of two that are set at once one stands.
create unique index ban_in_force on ban (person_id, scope_kind, coalesce(scope_id, 0))
  where ended_at is null;
create index ban_scope on ban (scope_kind, scope_id, from_at);
create index ban_scope_id on ban (scope_id);
create index ban_ending on ban (until_at) where ended_at is null;
create index ban_contribution on ban (contribution_number);
create index ban_set_by on ban (set_by);
create index ban_ended_by on ban (ended_by);
create index ban_decided_by on ban (decided_by);
create index ban_warning on ban (warning_id, person_id);
create index ban_rule on ban (charter_version, rule);

-- The public log of moderation counts them, and says what delay is promised.
create trigger ban_is_shown after insert or update or delete on ban
  for each statement execute function announce_change();
create trigger warning_is_shown after insert or update or delete on warning
  for each row execute function announce_report_change();
create trigger moderation_setting_is_shown after insert or update or delete on moderation_setting
  for each row execute function announce_report_change();

-- It counts flags and appeals, too.
create function announce_contribution_change() returns trigger language plpgsql as $$
begin
  perform pg_notify(
    'public_change',
    (select slug from report join contribution on contribution.report_id = report.id
      where number = coalesce(new.contribution_number, old.contribution_number))
  );
  return null;
end
$$;
create trigger flag_is_shown after insert or update or delete on flag
  for each row execute function announce_contribution_change();
create trigger flag_verdict_is_shown after insert or update or delete on flag_verdict
  for each row execute function announce_contribution_change();
create trigger appeal_is_shown after insert or update or delete on appeal
  for each row execute function announce_contribution_change();

-- Nothing is set on, or written by, somebody who is erased meanwhile.
create trigger warning_is_of_somebody before insert on warning
  for each row execute function refuse_the_erased('person_id');
create trigger ban_is_of_somebody before insert on ban
  for each row execute function refuse_the_erased('person_id');

-- What a report's guarantor says of it, in versions that nobody alters.
create table opinion (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  -- What it is on: an edition, or the report as a whole.
  edition_number integer,
  author_id integer not null references person,
  -- Made with the form: what is sent twice is published once.
  key text not null check (char_length(key) between 16 and 100),
  foreign key (report_id, edition_number) references edition (report_id, number),
  unique (author_id, key)
);
create index opinion_report on opinion (report_id, edition_number);
create table opinion_version (
  opinion_id integer not null references opinion,
  version integer not null check (version > 0),
  title text not null check (char_length(title) between 1 and 200),
  -- Small Markdown, as contributions have it.
  body text not null check (char_length(body) > 0),
  lang text not null,
  -- Why it was corrected.
  reason text check (char_length(reason) > 0),
  written_by integer not null references person,
  written_at timestamptz(3) not null,
  primary key (opinion_id, version),
  check ((version = 1) = (reason is null))
);
create index opinion_version_written_by on opinion_version (written_by);

create trigger opinion_is_of_somebody before insert on opinion
  for each row execute function refuse_the_erased('author_id');
create trigger opinion_version_is_of_somebody before insert on opinion_version
  for each row execute function refuse_the_erased('written_by');

create trigger opinion_version_is_shown after insert or update or delete on opinion_version
  for each statement execute function announce_change();

create function refuse_opinion_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'an opinion says what it said';
end
$$;
create trigger opinion_is_kept before update or delete or truncate on opinion
  for each statement execute function refuse_opinion_rewriting();
create trigger opinion_version_is_kept before update or delete or truncate on opinion_version
  for each statement execute function refuse_opinion_rewriting();

-- The record compared with the journal, as a guarantor asked for it.
create table record_verification (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  asked_by integer not null references person,
  asked_at timestamptz(3) not null,
  started_at timestamptz(3) check (started_at >= asked_at),
  finished_at timestamptz(3) check (finished_at >= started_at),
  entries integer check (entries >= 0),
  waiting integer check (waiting >= 0),
  head_sequence integer,
  head_sha256 text check (head_sha256 ~ '^[0-9a-f]{64}$'),
  -- What is wrong, as codes: of what kind, on what, what.
  findings jsonb,
  check (num_nonnulls(finished_at, entries, waiting, findings) in (0, 4)),
  check (finished_at is null or started_at is not null),
  check (num_nonnulls(head_sequence, head_sha256) in (0, 2))
);
create index record_verification_report on record_verification (report_id, id desc);
create index record_verification_asked_by on record_verification (asked_by);
-- One at a time.
create unique index record_verification_open on record_verification ((true)) where finished_at is null;
create trigger verification_is_of_somebody before insert on record_verification
  for each row execute function refuse_the_erased('asked_by');
