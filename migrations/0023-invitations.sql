-- Asked by mail to take part, perhaps with a role; who opens one and presses its button owns the address.
create table invitation (
  id integer generated always as identity primary key,
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  -- Null once it is over and its time is past: then nobody needs to know any more whom it was for.
  email text check (char_length(email) between 3 and 254 and email = lower(email)),
  locale text not null,
  message text check (char_length(message) between 1 and 2000),
  -- What it gives; null where it only invites to take part.
  role role,
  scope_kind text not null check (scope_kind in ('site', 'report')),
  scope_id integer,
  until_at timestamptz(3),
  delegated_from integer references role_grant,
  invited_by integer not null references person,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null check (expires_at > created_at),
  accepted_at timestamptz(3),
  accepted_by integer references person,
  withdrawn_at timestamptz(3),
  check ((scope_kind = 'site') = (scope_id is null)),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or withdrawn_at is null),
  check (delegated_from is null or (role is not null and until_at is not null))
);
create index invitation_scope on invitation (scope_kind, scope_id, created_at);
create index invitation_email on invitation (email);
create index invitation_invited_by on invitation (invited_by, created_at);
create index invitation_accepted_by on invitation (accepted_by);
create index invitation_delegated_from on invitation (delegated_from);
