-- The pictures of figures (decisions/0011): kept with the texts that show them, each once, and never
-- taken away, since an edition that shows one is never taken away.
create table picture (
  sha256 bytea primary key check (sha256 = sha256(bytes)),
  type text not null check (type in ('png', 'jpeg', 'gif', 'webp', 'svg')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 2000000)
);

-- What a figure says of its picture; there is none that the text shows and that is not kept.
alter table working_block add column picture jsonb check (kind = 'figure' or picture is null);
alter table working_block add column picture_sha256 bytea references picture
  generated always as (decode(picture ->> 'sha256', 'hex')) stored;
alter table edition_block add column picture jsonb check (kind = 'figure' or picture is null);
alter table edition_block add column picture_sha256 bytea references picture
  generated always as (decode(picture ->> 'sha256', 'hex')) stored;
create index working_block_picture on working_block (picture_sha256) where picture_sha256 is not null;
create index edition_block_picture on edition_block (picture_sha256) where picture_sha256 is not null;
-- Of what was replaced or taken out of a text.
create index change_picture on change ((block -> 'picture' ->> 'sha256'))
  where block -> 'picture' ->> 'sha256' is not null;

-- Those of a document that waits to be accepted: forgotten with it.
create table upload_picture (
  upload_id text not null references upload on delete cascade,
  sha256 bytea not null check (sha256 = sha256(bytes)),
  type text not null check (type in ('png', 'jpeg', 'gif', 'webp', 'svg')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 2000000),
  primary key (upload_id, sha256)
);
create index upload_picture_bytes on upload_picture (sha256);

create function refuse_picture_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'a picture is kept as it is';
end
$$;
create trigger picture_is_kept before update or delete or truncate on picture
  for each statement execute function refuse_picture_rewriting();
