-- Networks as salted hashes, limits that hold across processes, and what the defence against spam compares a post with.

-- The salt of one day in Paris. It is destroyed when the day is over: nobody can then say from which network a hash is.
create table network_salt (
  day date primary key,
  salt bytea not null check (octet_length(salt) = 32)
);

-- How often something was done since then; the key is the hash of what is limited and for whom.
create table request_count (
  key bytea not null check (octet_length(key) = 32),
  since timestamptz(3) not null,
  count integer not null check (count > 0),
  primary key (key, since)
);
create index request_count_since on request_count (since);

-- Every post that was judged, for 90 days.
create table spam_post (
  contribution_number integer not null references contribution,
  revision integer not null check (revision > 0),
  author_id integer not null references person,
  at timestamptz(3) not null,
  -- Null once the day is over, or where it was not known.
  network bytea check (octet_length(network) = 32),
  new_account boolean not null,
  held boolean not null,
  -- Of its words as they are compared.
  words_sha256 bytea not null check (octet_length(words_sha256) = 32),
  -- What it has in common with others that were held for the same.
  pattern text not null check (char_length(pattern) between 1 and 300),
  primary key (contribution_number, revision)
);
create index spam_post_author on spam_post (author_id, words_sha256);
create index spam_post_network on spam_post (network, at) where network is not null;
create index spam_post_words on spam_post (words_sha256);
create index spam_post_pattern on spam_post (pattern) where held;
create index spam_post_at on spam_post (at);

-- Of a text's sketch, who said that shingle, and in which contribution first.
create table spam_shingle (
  shingle bigint not null check (shingle >= 0),
  author_id integer not null references person,
  contribution_number integer not null references contribution,
  at timestamptz(3) not null,
  primary key (shingle, author_id)
);
create index spam_shingle_first on spam_shingle (shingle, contribution_number);
create index spam_shingle_contribution on spam_shingle (contribution_number);
create index spam_shingle_at on spam_shingle (at);

-- Where links of posts lead to, by the name that is registered.
create table spam_link (
  contribution_number integer not null references contribution,
  domain text not null check (char_length(domain) between 3 and 253),
  author_id integer not null references person,
  at timestamptz(3) not null,
  network bytea check (octet_length(network) = 32),
  new_account boolean not null,
  primary key (contribution_number, domain)
);
create index spam_link_domain on spam_link (domain, at);
create index spam_link_at on spam_link (at);

-- Names that new accounts from several networks linked to on one day; until a moderator publishes one of them.
create table spam_domain (
  domain text primary key check (char_length(domain) between 3 and 253),
  since timestamptz(3) not null
);

-- A form that one account sent and another sends again.
create index contribution_idempotency_key on contribution (idempotency_key);

-- What made the defence suspect the form that a flag came in by: then nothing is mailed to the address on it before somebody has read it.
alter table flag add column signs text[] not null default '{}';

create trigger spam_post_is_of_somebody before insert on spam_post
  for each row execute function refuse_the_erased('author_id');
create trigger spam_shingle_is_of_somebody before insert on spam_shingle
  for each row execute function refuse_the_erased('author_id');
create trigger spam_link_is_of_somebody before insert on spam_link
  for each row execute function refuse_the_erased('author_id');
