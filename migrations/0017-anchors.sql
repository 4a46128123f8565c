-- Where the passage of a contribution stands in each edition since the one that it was written on
-- (decisions/0016). `passage` keeps what was read, and is never overwritten; a row here says what became of it in
-- one edition, by which rule and how surely. What an editor decides is a further row, in the place of the one before.
create type anchor_state as enum ('exact', 'edited', 'moved', 'rewritten', 'orphan');

create table anchor (
  id integer generated always as identity primary key,
  contribution_number integer not null references contribution,
  edition_id integer not null references edition,
  state anchor_state not null,
  -- UTF-16 code units within the block's plain text, in that edition; an orphan has no place.
  block_id text,
  start_offset integer,
  end_offset integer,
  -- Of an orphan: of the headings that are left, the nearest to where its passage stood.
  home_id text,
  rule text not null,
  score real not null check (score between 0 and 1),
  -- To be looked at by an editor.
  doubtful boolean not null,
  decided_by integer references person,
  decided_at timestamptz(3),
  undone_by integer references person,
  undone_at timestamptz(3),
  -- The one of its contribution and edition that holds.
  current boolean not null default true,
  foreign key (edition_id, block_id) references edition_block,
  foreign key (edition_id, home_id) references edition_block,
  check ((state = 'orphan') = (block_id is null)),
  check (num_nulls(block_id, start_offset, end_offset) in (0, 3)),
  check (start_offset >= 0 and end_offset > start_offset),
  check (home_id is null or state = 'orphan'),
  check ((decided_by is null) = (rule not in ('confirmed', 'attached', 'left'))),
  check ((decided_by is null) = (decided_at is null)),
  check ((undone_by is null) = (undone_at is null)),
  check (undone_by is null or (decided_by is not null and not current)),
  check (decided_by is null or not doubtful)
);
create unique index anchor_of_contribution on anchor (contribution_number, edition_id) where current;
create index anchor_on_block on anchor (edition_id, block_id, contribution_number) where current;
create index anchor_orphaned on anchor (edition_id, home_id) where current and state = 'orphan';
create index anchor_doubtful on anchor (edition_id) where current and doubtful;
create index anchor_decided on anchor (edition_id, id) where decided_by is not null;

create function refuse_anchor_rewriting() returns trigger language plpgsql as $$
begin
  -- Which row holds changes, and a decision may be undone; what a row says stays.
  if tg_op = 'UPDATE' and old.undone_at is null
    and (new.id, new.contribution_number, new.edition_id, new.state, new.block_id, new.start_offset,
        new.end_offset, new.home_id, new.rule, new.score, new.doubtful, new.decided_by, new.decided_at)
      is not distinct from (old.id, old.contribution_number, old.edition_id, old.state, old.block_id,
        old.start_offset, old.end_offset, old.home_id, old.rule, old.score, old.doubtful,
        old.decided_by, old.decided_at) then
    return new;
  end if;
  raise exception 'an anchor says where a passage was found';
end
$$;
create trigger anchor_is_kept before update or delete on anchor
  for each row execute function refuse_anchor_rewriting();

-- What publishing and contributing write is announced by the edition and the contribution.
create function announce_anchor_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_change', slug)
    from edition join report on report.id = edition.report_id where edition.id = new.edition_id;
  return null;
end
$$;
create trigger decided_anchor_is_shown after insert on anchor
  for each row when (new.decided_by is not null) execute function announce_anchor_change();
create trigger anchor_is_shown after update on anchor
  for each row execute function announce_anchor_change();

-- In the edition that was read, a passage stands where it was read: whoever writes it down.
create function anchor_passages() returns trigger language plpgsql as $$
begin
  insert into anchor
    (contribution_number, edition_id, state, block_id, start_offset, end_offset, rule, score, doubtful)
    select contribution_number, edition_id, 'exact', block_id, start_offset, end_offset,
      'as-written', 1, false
    from written;
  return null;
end
$$;
create trigger passage_is_anchored after insert on passage
  referencing new table as written
  for each statement execute function anchor_passages();

insert into anchor
  (contribution_number, edition_id, state, block_id, start_offset, end_offset, rule, score, doubtful)
  select contribution_number, edition_id, 'exact', block_id, start_offset, end_offset,
    'as-written', 1, false
  from passage;

-- Into which editions anchors were carried. Those that were published before there were any follow when the program
-- starts, before anybody reads: finding words again is not for SQL.
create table carried_edition (
  edition_id integer primary key references edition,
  carried_at timestamptz(3) not null
);
