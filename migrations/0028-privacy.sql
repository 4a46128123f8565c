-- Erasing a person: what is left of them, what their texts are proved by afterwards, and who asked for it.

alter table person
  -- Set once, by the erasure: what is left is the pseudonym that the journal knows.
  add column erased_at timestamptz(3),
  -- The last day, in Paris, on which they were signed in: for accounts that nobody uses any more.
  add column seen_on date;
update person set seen_on = greatest(
  (created_at at time zone 'Europe/Paris')::date,
  (select max(seen_on) from session where person_id = person.id));
alter table person
  alter column seen_on set default (now() at time zone 'Europe/Paris')::date,
  alter column seen_on set not null,
  drop constraint person_display_name_check,
  add constraint person_display_name_check check (
    char_length(display_name) between (erased_at is null)::integer and 80),
  -- Nothing that somebody said of themselves outlives them here.
  add constraint person_erased_check check (
    erased_at is null or (display_name = '' and locale = '' and languages = '{}'
      and num_nonnulls(helix_side, organisation, territory, office, office_title, true_name) = 0));
create index person_seen on person (seen_on) where erased_at is null;

create function refuse_return_of_the_erased() returns trigger language plpgsql as $$
begin
  if old.erased_at is not null and new is distinct from old then
    raise exception 'who is erased stays so' using errcode = 'VV001';
  end if;
  return new;
end
$$;
create trigger person_stays_erased before update on person
  for each row execute function refuse_return_of_the_erased();

-- Whatever comes in while somebody is being erased waits until it is done, and is then refused (VV001):
-- nothing of theirs is written afterwards.
create function refuse_the_erased() returns trigger language plpgsql as $$
declare
  who integer := (to_jsonb(new) ->> tg_argv[0])::integer;
begin
  if who is not null then
    perform from person where id = who and erased_at is null for key share;
    if not found then
      raise exception 'that person is erased' using errcode = 'VV001';
    end if;
  end if;
  return new;
end
$$;
create trigger identity_is_of_somebody before insert or update of person_id on identity
  for each row execute function refuse_the_erased('person_id');
create trigger session_is_of_somebody before insert or update of person_id on session
  for each row execute function refuse_the_erased('person_id');
create trigger passkey_is_of_somebody before insert or update of person_id on passkey
  for each row execute function refuse_the_erased('person_id');
create trigger sign_in_link_is_of_somebody before insert or update of person_id on sign_in_link
  for each row execute function refuse_the_erased('person_id');
create trigger address_link_is_of_somebody before insert or update of adds_to on sign_in_link
  for each row execute function refuse_the_erased('adds_to');
create trigger attempt_is_of_somebody before insert or update of person_id on sign_in_attempt
  for each row execute function refuse_the_erased('person_id');
create trigger contribution_is_of_somebody before insert on contribution
  for each row execute function refuse_the_erased('author_id');
create trigger draft_is_of_somebody before insert on draft
  for each row execute function refuse_the_erased('author_id');
create trigger support_is_of_somebody before insert on support
  for each row execute function refuse_the_erased('person_id');
create trigger receipt_is_of_somebody before insert on receipt
  for each row execute function refuse_the_erased('person_id');
create trigger upload_is_of_somebody before insert on upload
  for each row execute function refuse_the_erased('uploaded_by');
create trigger role_is_of_somebody before insert on role_grant
  for each row execute function refuse_the_erased('person_id');
create trigger member_is_somebody before insert on organisation_member
  for each row execute function refuse_the_erased('person_id');
create trigger flag_is_of_somebody before insert on flag
  for each row execute function refuse_the_erased('person_id');
create trigger proof_is_of_somebody before insert on organisation_proof
  for each row execute function refuse_the_erased('person_id');

-- The words of an author who is erased, as they stand since: what was committed to before has lost its salt and
-- says nothing any more; the journal has this one.
alter table revision
  add column renewed_salt bytea check (octet_length(renewed_salt) = 32),
  add column renewed_commitment bytea check (octet_length(renewed_commitment) = 32),
  add check (num_nonnulls(renewed_salt, renewed_commitment) in (0, 2)),
  add check (renewed_salt is null or salt is null);

create or replace function refuse_revision_rewriting() returns trigger language plpgsql as $$
begin
  -- An erasure destroys the salt, empties words and commits to what is left; nothing else alters a revision.
  if tg_op = 'UPDATE' and new.salt is null and old.renewed_commitment is null
    and (new.contribution_number, new.revision, new.at, new.commitment)
      is not distinct from (old.contribution_number, old.revision, old.at, old.commitment) then
    return new;
  end if;
  raise exception 'a revision says what it said';
end
$$;

create type erasure_texts as enum ('kept', 'withdrawn');

-- Erasures that were asked for and can still be called off, which deletes the row; and those that are done.
create table erasure (
  id integer generated always as identity primary key,
  person_id integer not null references person,
  -- What becomes of what they said: it stays without a name, or goes.
  texts erasure_texts not null,
  -- Themselves, or an administrator whom they asked; null where nobody used the account any more.
  asked_by integer references person,
  asked_at timestamptz(3) not null,
  due_at timestamptz(3) not null check (due_at >= asked_at),
  done_at timestamptz(3) check (done_at >= asked_at)
);
-- Asked for once at a time, and done once.
create unique index erasure_of_person on erasure (person_id);
create index erasure_due on erasure (due_at) where done_at is null;
create index erasure_asked_by on erasure (asked_by);
