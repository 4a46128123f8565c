-- Links mailed to an address: who opens one and presses its button owns the address.
create table sign_in_link (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  email text not null check (char_length(email) between 3 and 254 and email = lower(email)),
  -- The page of this site on which signing in was asked for.
  return_to text not null check (return_to like '/%'),
  locale text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null check (expires_at >= created_at),
  used_at timestamptz(3),
  -- Who signed in with it.
  person_id integer references person,
  check ((used_at is null) = (person_id is null))
);
create index sign_in_link_email on sign_in_link (email, created_at);
create index sign_in_link_created on sign_in_link (created_at);
create index sign_in_link_person on sign_in_link (person_id);
