-- Files of contributions: pictures and PDFs, made anew when they come in and kept outside of the database, under their SHA-256.

create table stored_file (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  type text not null check (type in ('pdf', 'jpeg', 'png', 'webp')),
  bytes integer not null check (bytes > 0),
  -- Points of a picture.
  width integer check (width > 0),
  height integer check (height > 0),
  -- The same picture as pages show it, where it is larger.
  small_sha256 bytea references stored_file check (small_sha256 <> sha256),
  at timestamptz(3) not null,
  check (num_nonnulls(width, height) = case when type = 'pdf' then 0 else 2 end),
  check (small_sha256 is null or type <> 'pdf')
);
create index stored_file_small on stored_file (small_sha256) where small_sha256 is not null;

-- What somebody has sent and may attach; what they typed of it is with their form, and in its draft.
create table waiting_file (
  person_id integer not null references person,
  sha256 bytea not null references stored_file,
  at timestamptz(3) not null,
  primary key (person_id, sha256)
);
create index waiting_file_sha256 on waiting_file (sha256);
create index waiting_file_at on waiting_file (at);
create trigger waiting_file_is_of_somebody before insert on waiting_file
  for each row execute function refuse_the_erased('person_id');

-- What a revision has attached, in its order. Once its author is erased with the words, nothing of it is left but its place.
create table attachment (
  contribution_number integer not null,
  revision integer not null,
  position integer not null check (position between 1 and 5),
  sha256 bytea references stored_file,
  name text not null check (char_length(name) <= 120),
  -- What a picture shows, for whoever does not see it.
  alternative text check (char_length(alternative) between 1 and 500),
  primary key (contribution_number, revision, position),
  foreign key (contribution_number, revision) references revision,
  unique (contribution_number, revision, sha256),
  check ((sha256 is null) = (name = '')),
  check (sha256 is not null or alternative is null)
);
create index attachment_sha256 on attachment (sha256);

-- A picture has an alternative, and nothing else has one.
create function refuse_unsaid_picture() returns trigger language plpgsql as $$
begin
  if new.sha256 is not null and (new.alternative is null) <>
    (select type = 'pdf' from stored_file where sha256 = new.sha256) then
    raise exception 'a picture is attached with an alternative, and nothing else has one';
  end if;
  return new;
end
$$;
create trigger attachment_says_what_it_shows before insert or update on attachment
  for each row execute function refuse_unsaid_picture();

-- Attachments that a decision hides, of the revision that was judged.
create table moderation_cut_file (
  decision_id integer not null references moderation_decision,
  position integer not null check (position between 1 and 5),
  primary key (decision_id, position)
);

-- Where the files are: every process has to keep them in the same place.
create table file_place (
  only_one boolean primary key default true check (only_one),
  name text not null check (char_length(name) > 0)
);
