-- The dated life of a report and its editorial calendar: what happened to it, and what is planned. A date may be
-- a month or a year only: then it stands here as the first day of it. Published editions are not in it: they
-- have their own dates.
create type report_event_kind as enum (
  'commissioned', 'handed-over', 'published', 'presented', 'meeting', 'edition-planned',
  'contributions-until', 'other'
);
create type date_precision as enum ('day', 'month', 'year');

create table report_event (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  -- Made with the form: what is sent twice is written down once.
  key text not null check (char_length(key) between 1 and 60),
  kind report_event_kind not null,
  day date not null check (day between '1900-01-01' and '9999-12-31'),
  precision date_precision not null,
  -- The number of the edition that is planned.
  edition integer check (edition > 0),
  label text check (char_length(label) between 1 and 200),
  by_whom text check (char_length(by_whom) between 1 and 200),
  link text check (link ~* '^https?://' and char_length(link) <= 2000),
  -- Counts the changes, so that two editors never overwrite each other unseen.
  revision integer not null default 1 check (revision > 0),
  unique (report_id, key),
  check ((kind = 'edition-planned') = (edition is not null)),
  check (kind not in ('meeting', 'other') or label is not null),
  check (precision = 'day' or extract(day from day) = 1),
  check (precision <> 'year' or extract(month from day) = 1)
);

insert into report_event (report_id, key, kind, day, precision, edition)
select id, 'planned-at-import', 'edition-planned', edition_planned_for, 'day', 1
from report where edition_planned_for between '1900-01-01' and '9999-12-31';

alter table report drop column edition_planned_for;

create trigger report_event_is_shown after insert or update or delete on report_event
  for each row execute function announce_report_change();
