-- What is said against a ban reaches the one that replaced it, or has no object any more.

alter table ban
  -- It was lifted, or annulled together with the one that it replaced, or nobody knows any more whose it was: nobody
  -- decides on what was said against it.
  add column settled_at timestamptz(3) check (settled_at >= contested_at),
  add check (settled_at is null or (contested_at is not null and decided_at is null)),
  -- Nobody ends their own, whatever role they have by then.
  add check (ended_by <> person_id) not valid;

with recursive ahead (id, newest) as (
  select id, id from ban
  union all
  select ahead.id, next.id from ahead join ban next on next.prolongs = ahead.newest
)
update ban set settled_at = newest.ended_at
from ahead join ban newest on newest.id = ahead.newest
where ban.id = ahead.id and newest.end_kind in ('lifted', 'contested')
  and ban.contested_at <= newest.ended_at and ban.decided_at is null;

update ban set settled_at = forgotten_at
where contested_at <= forgotten_at and decided_at is null and settled_at is null;
