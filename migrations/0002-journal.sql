-- Who did what and when, for ever. A row is written unsealed in its act's own transaction; the sealer
-- numbers and chains it afterwards.
create table journal_entry (
  id integer generated always as identity primary key,
  at timestamptz(3) not null,
  actor_role text not null,
  actor text not null,
  action text not null,
  object text not null,
  -- Canonical JSON and its salt; both are destroyed when what they say is erased, the hash stays.
  payload text,
  salt bytea check (octet_length(salt) = 32),
  payload_sha256 bytea not null check (octet_length(payload_sha256) = 32),
  sequence integer unique check (sequence > 0),
  previous_sha256 bytea check (octet_length(previous_sha256) = 32),
  entry_sha256 bytea unique check (octet_length(entry_sha256) = 32),
  check ((payload is null) = (salt is null)),
  check ((sequence is null) = (entry_sha256 is null)),
  check ((previous_sha256 is null) = (sequence is null or sequence = 1))
);
create index journal_entry_unsealed on journal_entry (id) where sequence is null;
create index journal_entry_object on journal_entry (object);

create function refuse_journal_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'the journal only grows';
  end if;
  if old.sequence is not null
    and (new.sequence, new.previous_sha256, new.entry_sha256)
      is distinct from (old.sequence, old.previous_sha256, old.entry_sha256) then
    raise exception 'a sealed entry stays sealed';
  end if;
  if (new.id, new.at, new.actor_role, new.actor, new.action, new.object, new.payload_sha256)
      is distinct from
     (old.id, old.at, old.actor_role, old.actor, old.action, old.object, old.payload_sha256)
    or (new.payload is distinct from old.payload and new.payload is not null)
    or (new.salt is distinct from old.salt and new.salt is not null) then
    raise exception 'an entry says what it said';
  end if;
  return new;
end
$$;

create trigger journal_grows_only before update or delete on journal_entry
  for each row execute function refuse_journal_rewriting();
create trigger journal_is_never_emptied before truncate on journal_entry
  for each statement execute function refuse_journal_rewriting();
