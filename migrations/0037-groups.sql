-- Contributions that say alike, grouped by editors, and questions on which contributions differ.

alter table contribution add constraint contribution_of_report unique (number, report_id);

-- What contributions have in common is found by their terms: the stems that search keeps of their newest words, and so of none
-- that were erased. `terms`: how many the contribution has.
create table contribution_term (
  report_id integer not null references report,
  term text not null check (char_length(term) between 2 and 60),
  contribution_number integer not null references contribution,
  terms integer not null check (terms > 0),
  primary key (report_id, term, contribution_number) include (terms)
);
create index contribution_term_contribution on contribution_term (contribution_number);

create function keep_terms() returns trigger language plpgsql as $$
begin
  delete from contribution_term using written
    where contribution_term.contribution_number = written.contribution_number;
  insert into contribution_term (report_id, term, contribution_number, terms)
    select report_id, lexeme, number, count(*) over (partition by number)
    from written
      join contribution on number = written.contribution_number and reply_to is null
      cross join unnest(written.words)
    where char_length(lexeme) between 2 and 60;
  return null;
end
$$;
create trigger terms_are_kept after insert on searched_contribution
  referencing new table as written for each statement execute function keep_terms();
create trigger other_terms_are_kept after update on searched_contribution
  referencing new table as written for each statement execute function keep_terms();

insert into contribution_term (report_id, term, contribution_number, terms)
  select report_id, lexeme, number, count(*) over (partition by number)
  from searched_contribution
    join contribution on number = contribution_number and reply_to is null
    cross join unnest(words)
  where char_length(lexeme) between 2 and 60;

create table contribution_group (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  -- Made with the form: what is sent twice is made once.
  key text not null check (char_length(key) between 16 and 100),
  title text not null check (char_length(title) between 1 and 200),
  -- What its contributions share, in a sentence; empty where the title says it.
  shared text not null check (char_length(shared) <= 1000),
  -- How often anything was done to it.
  revision integer not null check (revision > 0),
  made_at timestamptz(3) not null,
  dissolved_at timestamptz(3) check (dissolved_at >= made_at),
  unique (report_id, key),
  unique (id, report_id)
);

-- A contribution is in one group at a time, and of the same report.
create table group_member (
  contribution_number integer primary key,
  group_id integer not null,
  report_id integer not null,
  foreign key (contribution_number, report_id) references contribution (number, report_id),
  foreign key (group_id, report_id) references contribution_group (id, report_id)
);
create index group_member_group on group_member (group_id, contribution_number);

create type group_deed as enum ('made', 'added', 'removed', 'worded', 'dissolved', 'restored');

-- What was done to a group, one after the other; nobody alters it.
create table group_act (
  id integer generated always as identity primary key,
  group_id integer not null references contribution_group,
  revision integer not null check (revision > 0),
  deed group_deed not null,
  -- Those that came into it, or that left it.
  contribution_numbers integer[] not null,
  -- As it is called since.
  title text check (char_length(title) between 1 and 200),
  shared text check (char_length(shared) <= 1000),
  -- The act that this one takes back, each once.
  undoes integer unique references group_act,
  role text not null,
  done_by integer not null references person,
  done_at timestamptz(3) not null,
  unique (group_id, revision),
  check (num_nonnulls(title, shared) = case when deed in ('made', 'worded') then 2 else 0 end),
  check ((cardinality(contribution_numbers) = 0) = (deed = 'worded')),
  check ((deed = 'made') = (revision = 1))
);
create index group_act_done_by on group_act (done_by);

create function refuse_dissolved_group() returns trigger language plpgsql as $$
begin
  if exists (select from contribution_group where id = new.group_id and dissolved_at is not null) then
    raise exception 'that group is dissolved';
  end if;
  return new;
end
$$;
create trigger group_member_is_of_a_group before insert on group_member
  for each row execute function refuse_dissolved_group();

-- Questions on which contributions differ.
create type controversy_state as enum ('draft', 'published', 'settled');
create table controversy (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  key text not null check (char_length(key) between 16 and 100),
  question text not null check (char_length(question) between 1 and 300),
  lead text not null check (char_length(lead) <= 2000),
  state controversy_state not null,
  revision integer not null check (revision > 0),
  unique (report_id, key),
  unique (id, report_id)
);
create table controversy_position (
  controversy_id integer not null references controversy,
  position integer not null check (position between 1 and 6),
  statement text not null check (char_length(statement) between 1 and 500),
  primary key (controversy_id, position)
);
-- Which position a contribution argues: one of each controversy.
create table controversy_argument (
  controversy_id integer not null,
  report_id integer not null,
  position integer not null,
  contribution_number integer not null,
  primary key (controversy_id, contribution_number),
  foreign key (controversy_id, position) references controversy_position,
  foreign key (controversy_id, report_id) references controversy (id, report_id),
  foreign key (contribution_number, report_id) references contribution (number, report_id)
);
create index controversy_argument_contribution on controversy_argument (contribution_number);
create index controversy_argument_position on controversy_argument (controversy_id, position);

create type controversy_deed as enum ('made', 'changed', 'published', 'settled', 'reopened');
create table controversy_act (
  id integer generated always as identity primary key,
  controversy_id integer not null references controversy,
  revision integer not null check (revision > 0),
  deed controversy_deed not null,
  -- All that it said from then on, as canonical JSON.
  content text not null,
  -- Of a settlement: since when, where, and how.
  settled_on date,
  how text check (char_length(how) between 1 and 2000),
  edition_number integer,
  answered_number integer references contribution,
  link text check (char_length(link) between 1 and 500),
  role text not null,
  done_by integer not null references person,
  done_at timestamptz(3) not null,
  unique (controversy_id, revision),
  check ((deed = 'made') = (revision = 1)),
  check (num_nonnulls(settled_on, how) = case deed when 'settled' then 2 else 0 end),
  check (num_nonnulls(edition_number, answered_number, link) = case deed when 'settled' then 1 else 0 end)
);
create index controversy_act_done_by on controversy_act (done_by);
create index controversy_act_answered on controversy_act (answered_number);

-- What an answer answers as a whole, where it answers more than contributions one by one.
alter table answer
  add column group_id integer,
  add column controversy_id integer,
  add foreign key (group_id, report_id) references contribution_group (id, report_id),
  add foreign key (controversy_id, report_id) references controversy (id, report_id),
  add check (num_nonnulls(group_id, controversy_id) <= 1);
create index answer_group on answer (group_id) where group_id is not null;
create index answer_controversy on answer (controversy_id) where controversy_id is not null;

create function refuse_rewritten_acts() returns trigger language plpgsql as $$
begin
  raise exception 'what was done stays written';
end
$$;
create trigger group_act_is_kept before update or delete or truncate on group_act
  for each statement execute function refuse_rewritten_acts();
create trigger controversy_act_is_kept before update or delete or truncate on controversy_act
  for each statement execute function refuse_rewritten_acts();
create trigger group_act_is_of_somebody before insert on group_act
  for each row execute function refuse_the_erased('done_by');
create trigger controversy_act_is_of_somebody before insert on controversy_act
  for each row execute function refuse_the_erased('done_by');

-- Whatever is done to one raises its revision.
create trigger contribution_group_is_shown after insert or update or delete on contribution_group
  for each row execute function announce_report_change();
create trigger controversy_is_shown after insert or update or delete on controversy
  for each row execute function announce_report_change();
