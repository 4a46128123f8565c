-- Being told, once: what somebody follows, when they are told of it, and what they were sent.

create type notice_cadence as enum ('daily', 'weekly', 'none');

-- How somebody wants to be told. Made when they first follow something, choose, or owe it to what they wrote.
create table notice_setting (
  person_id integer primary key references person,
  cadence notice_cadence not null default 'weekly',
  -- Of the week, from Monday (1) to Sunday (7): when a weekly digest is made.
  weekday smallint not null default 1 check (weekday between 1 and 7),
  -- The editors' answers to their own contributions are told at once.
  answers boolean not null default true,
  -- The entry of the journal up to which they were told, or had nothing to be told.
  told_until integer not null check (told_until >= 0),
  -- The day in Paris of the last digest that was made or found empty.
  digested_on date not null
);
create index notice_setting_due on notice_setting (cadence, digested_on) where cadence <> 'none';

create type subscription_kind as enum ('report', 'topic', 'passage', 'contribution', 'person');

-- What somebody follows. Their own contributions are followed without a row.
create table subscription (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  kind subscription_kind not null,
  report_id integer references report,
  topic_id integer references topic,
  block_id text references block,
  -- What is followed; of a `person`, where they stand as they are shown: nothing that they said otherwise is followed.
  contribution_number integer references contribution,
  -- False for a contribution of their own that they no longer follow.
  followed boolean not null default true,
  -- What the journal had before is not told.
  from_sequence integer not null check (from_sequence >= 0),
  since timestamptz(3) not null,
  check ((kind = 'report') = (report_id is not null)),
  check ((kind = 'topic') = (topic_id is not null)),
  check ((kind = 'passage') = (block_id is not null)),
  check ((kind in ('contribution', 'person')) = (contribution_number is not null)),
  check (followed or kind = 'contribution'),
  unique nulls not distinct (person_id, kind, report_id, topic_id, block_id, contribution_number)
);
create index subscription_report on subscription (report_id) where report_id is not null;
create index subscription_topic on subscription (topic_id) where topic_id is not null;
create index subscription_block on subscription (block_id) where block_id is not null;
create index subscription_contribution on subscription (contribution_number)
  where contribution_number is not null;

-- What somebody was sent: of one day one digest, of one answer one mail.
create table notice (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  -- In Paris: of a digest.
  day date,
  -- What the digest is about: entries of the journal after the one, up to the other.
  after_sequence integer check (after_sequence >= 0),
  until_sequence integer check (until_sequence > after_sequence),
  -- How many things were new.
  count integer check (count > 0),
  -- What was told at once.
  answer_id integer references answer,
  made_at timestamptz(3) not null,
  check (num_nonnulls(day, after_sequence, until_sequence, count) = case when answer_id is null then 4 else 0 end),
  unique (person_id, day),
  unique (person_id, answer_id)
);
create index notice_answer on notice (answer_id) where answer_id is not null;
create index notice_made on notice (made_at);

create trigger notice_setting_is_of_somebody before insert on notice_setting
  for each row execute function refuse_the_erased('person_id');
create trigger subscription_is_of_somebody before insert on subscription
  for each row execute function refuse_the_erased('person_id');
create trigger notice_is_of_somebody before insert on notice
  for each row execute function refuse_the_erased('person_id');

-- Whoever wrote something here before is told of what comes from now on.
insert into notice_setting (person_id, told_until, digested_on)
  select person.id, (select coalesce(max(sequence), 0) from journal_entry),
    (now() at time zone 'Europe/Paris')::date
  from person
  where erased_at is null and exists (
    select from contribution where author_id = person.id and origin = 'online');
