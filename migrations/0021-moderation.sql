-- Moderation before or after publication, contributions that are held back until somebody decides, and every
-- decision on one: withholding becomes a decision among others.

-- Until somebody decides it is nobody's to read but its author's and the moderators'.
alter type contribution_state add value 'pending' before 'published';

-- What an editor-in-chief decided of a report's moderation; the newest holds, and all are kept.
create table moderation_setting (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  before_publication boolean not null,
  -- Within how many days a moderator is promised to decide.
  promised_days integer not null check (promised_days between 1 and 60),
  set_by integer not null references person,
  set_at timestamptz(3) not null
);
create index moderation_setting_report on moderation_setting (report_id, id desc);
create index moderation_setting_set_by on moderation_setting (set_by);

create type hold_ground as enum ('before-publication', 'spam-defence');
create table moderation_hold (
  id integer generated always as identity primary key,
  contribution_number integer not null references contribution,
  ground hold_ground not null,
  -- What made the defence against spam suspect it, as codes that the messages know.
  signs text[] not null,
  held_at timestamptz(3) not null,
  ended_at timestamptz(3) check (ended_at >= held_at)
);
create index moderation_hold_contribution on moderation_hold (contribution_number);
create unique index moderation_hold_open on moderation_hold (contribution_number)
  where ended_at is null;

create type moderation_outcome as enum ('published', 'cut', 'withheld', 'undone');
create table moderation_decision (
  id integer generated always as identity primary key,
  contribution_number integer not null references contribution,
  outcome moderation_outcome not null,
  -- The decision that held before: one is replaced once, whoever decides at the same moment.
  ends integer unique references moderation_decision,
  -- What it ended the waiting of.
  hold_id integer references moderation_hold,
  -- The revision that was judged.
  revision integer not null,
  -- Public, as its editor typed it; empty where it is published.
  reason text not null,
  -- Null where it was so already in a consultation that was imported.
  decided_by integer references person,
  decided_at timestamptz(3) not null,
  -- The journal calls it a withholding or the end of one: from before there were other decisions, or imported.
  as_withholding boolean not null default false,
  foreign key (contribution_number, revision) references revision,
  check (reason <> '' or outcome in ('published', 'undone')),
  check (ends is not null or outcome <> 'undone')
);
create index moderation_decision_contribution
  on moderation_decision (contribution_number, revision);
create index moderation_decision_decided_by on moderation_decision (decided_by);
create index moderation_decision_hold on moderation_decision (hold_id);

insert into moderation_decision (
    id, contribution_number, outcome, revision, reason, decided_by, decided_at, as_withholding)
  overriding system value
  select withholding.id, contribution_number, 'withheld', revision, reason, withheld_by, withheld_at, true
  from withholding join contribution on number = contribution_number;
select setval(
  pg_get_serial_sequence('moderation_decision', 'id'),
  coalesce((select max(id) from moderation_decision), 0) + 1, false);
insert into moderation_decision (
    contribution_number, outcome, ends, revision, reason, decided_by, decided_at, as_withholding)
  select contribution_number, 'published', withholding.id, revision, '', released_by, released_at, true
  from withholding join contribution on number = contribution_number
  where released_at is not null order by withholding.id;
-- What was withheld once more ends the decision that had shown it again.
update moderation_decision later set ends = (
    select shown.id from moderation_decision shown join moderation_decision earlier on earlier.id = shown.ends
    where shown.contribution_number = later.contribution_number and earlier.id < later.id
      and shown.outcome = 'published'
    order by earlier.id desc limit 1)
  where later.outcome = 'withheld';
drop table withholding;

create trigger moderation_decision_is_shown after insert or update or delete on moderation_decision
  for each statement execute function announce_change();
