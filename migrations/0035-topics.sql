-- What a report puts to debate: topics with their questions, extracts and testimonies, and the phases in which they are open.

create type topic_state as enum ('draft', 'published');

create table topic (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  -- What its address ends with; given once, for ever.
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  -- Made with the form: what is sent twice is written down once.
  key text not null check (char_length(key) between 16 and 60),
  state topic_state not null default 'draft',
  title text not null check (char_length(title) between 1 and 200),
  -- Of the report, put to debate.
  assertion text check (char_length(assertion) between 1 and 2000),
  questions text[] not null check (cardinality(questions) <= 10),
  -- Whether a moderator reads first what is said here; null where it is as everywhere in the report.
  before_publication boolean,
  -- Counts the changes, so that two editors never overwrite each other unseen.
  revision integer not null default 1 check (revision > 0),
  published_at timestamptz(3),
  -- The highest number that a phase was ever given: what was said in one never comes to belong to another.
  last_phase integer not null default 0 check (last_phase >= 0),
  unique (report_id, slug),
  unique (report_id, key),
  unique (report_id, id),
  check ((state = 'published') = (published_at is not null))
);

-- Words of the report that provoke: one passage of an edition, or ranges of it in UTF-16 units, with what stands between left out.
create table topic_extract (
  topic_id integer not null references topic on delete cascade,
  position integer not null check (position between 1 and 20),
  edition_id integer not null,
  block_id text not null,
  starts integer[] not null,
  ends integer[] not null,
  primary key (topic_id, position),
  foreign key (edition_id, block_id) references edition_block,
  check (cardinality(starts) between 1 and 20 and cardinality(starts) = cardinality(ends))
);

create table topic_testimony (
  topic_id integer not null references topic on delete cascade,
  position integer not null check (position between 1 and 20),
  name text not null check (char_length(name) between 1 and 120),
  -- Who that is, and where.
  about text check (char_length(about) between 1 and 200),
  place text check (char_length(place) between 1 and 120),
  lang text not null,
  words text not null check (char_length(words) between 1 and 4000),
  primary key (topic_id, position)
);

-- From the first day to the last, both included, in Paris; a topic is in one phase at a time.
create table topic_phase (
  topic_id integer not null references topic,
  number integer not null check (number > 0),
  label text check (char_length(label) between 1 and 120),
  prompt text check (char_length(prompt) between 1 and 2000),
  opens_on date not null check (opens_on between '1900-01-01' and '9999-12-31'),
  closes_on date not null check (closes_on between '1900-01-01' and '9999-12-31'),
  -- Before its last day was over.
  closed_at timestamptz(3),
  revision integer not null default 1 check (revision > 0),
  key text not null check (char_length(key) between 16 and 60),
  primary key (topic_id, number),
  unique (topic_id, key),
  check (closes_on >= opens_on),
  exclude using gist (
    int4range(topic_id, topic_id, '[]') with &&,
    daterange(opens_on, closes_on, '[]') with &&
  )
);

-- What editors did to dates that people had been told: a phase is prolonged, shortened, closed, opened again, never unseen.
create type phase_deed as enum ('moved', 'prolonged', 'shortened', 'closed', 'reopened');
create table topic_date_change (
  id integer generated always as identity primary key,
  topic_id integer not null,
  phase integer not null,
  at timestamptz(3) not null,
  deed phase_deed not null,
  opened_before date not null,
  closed_before date not null,
  opens_on date not null,
  closes_on date not null,
  foreign key (topic_id, phase) references topic_phase
);
create index topic_date_change_topic on topic_date_change (topic_id, id);

-- Who looked at a topic today, as hashes that nobody can trace once the day's salt is destroyed; then only how many.
create table topic_visitor (
  topic_id integer not null references topic,
  day date not null,
  visitor bytea not null check (octet_length(visitor) = 32),
  primary key (topic_id, day, visitor)
);
create table topic_visit_count (
  topic_id integer not null references topic,
  day date not null,
  visitors integer not null check (visitors > 0),
  primary key (topic_id, day)
);

-- What is said of a topic belongs to the phase that was open then; what answers it, to the topic alone. A topic may be
-- open before there is an edition to read.
alter table contribution
  alter column edition_id drop not null,
  add column topic_id integer,
  add column phase integer,
  add foreign key (report_id, topic_id) references topic (report_id, id),
  add foreign key (topic_id, phase) references topic_phase,
  add check (edition_id is not null or topic_id is not null),
  add check ((phase is not null) = (topic_id is not null and reply_to is null));
create index contribution_topic on contribution (topic_id, state, number desc) where topic_id is not null;

alter table draft add column topic_id integer references topic;

create trigger topic_is_shown after insert or update or delete on topic
  for each row execute function announce_report_change();
create function announce_topic_change() returns trigger language plpgsql as $$
begin
  perform pg_notify(
    'public_change',
    (select slug from report where id =
      (select report_id from topic where id = coalesce(new.topic_id, old.topic_id)))
  );
  return null;
end
$$;
create trigger topic_phase_is_shown after insert or update or delete on topic_phase
  for each row execute function announce_topic_change();
