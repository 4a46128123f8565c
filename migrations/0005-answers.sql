create type decision as enum ('accepted', 'declined', 'noted');

create table answer (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  decision decision not null,
  reason text not null check (char_length(reason) > 0),
  answered_by integer not null references person,
  answered_at timestamptz(3) not null,
  -- The edition that froze it; null until the next one is published.
  edition_id integer references edition
);
create index answer_report on answer (report_id, edition_id);

create table answer_contribution (
  contribution_number integer primary key references contribution,
  answer_id integer not null references answer
);
create index answer_contribution_answer on answer_contribution (answer_id);

create type change_operation as enum ('insert-block', 'replace-sentences');

-- One operation on the working text. Provenance is written here, at the moment, and never guessed.
create table change (
  id integer generated always as identity primary key,
  report_id integer not null references report,
  operation change_operation not null,
  block_id text not null references block,
  before_text text,
  after_text text not null,
  sentences_before integer[] not null,
  sentences_after integer[] not null,
  changed_at timestamptz(3) not null,
  edition_id integer references edition
);
create index change_report on change (report_id, edition_id);
create index change_block on change (block_id);

create table change_cause (
  id integer generated always as identity primary key,
  change_id integer not null references change,
  contribution_number integer references contribution,
  source_id integer references import_source,
  check (num_nonnulls(contribution_number, source_id) = 1)
);
create index change_cause_change on change_cause (change_id);
create index change_cause_contribution on change_cause (contribution_number);

-- A change without a cause is refused when its transaction commits.
create function refuse_causeless_change() returns trigger language plpgsql as $$
begin
  if not exists (select from change_cause where change_id = new.id) then
    raise exception 'nothing changes without a cause';
  end if;
  return null;
end
$$;
create constraint trigger change_has_cause after insert on change
  deferrable initially deferred for each row execute function refuse_causeless_change();
