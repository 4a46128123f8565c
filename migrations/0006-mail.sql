-- A mail that waits to be sent, then what is left of it: that it was sent, and when.
create table mail (
  id integer generated always as identity primary key,
  message_id text not null unique,
  -- Recipient, subject, text and the message as it is sent, encrypted (src/platform/mail/seal.ts):
  -- a mail may hold a link that signs somebody in. Null once a mail server has taken or refused it.
  content bytea,
  queued_at timestamptz(3) not null,
  sent_at timestamptz(3),
  failed_at timestamptz(3),
  -- What the mail server answered (RFC 5321, section 4.2), when it was given up.
  failure_code integer check (failure_code between 400 and 599),
  check (num_nonnulls(sent_at, failed_at) <= 1),
  check (failure_code is null or failed_at is not null),
  check (content is not null or num_nonnulls(sent_at, failed_at) = 1)
);
create index mail_sent on mail (sent_at);

-- When each process that runs jobs was last alive, so that the jobs of a dead one are taken up at once.
create table worker_heartbeat (
  worker_id text primary key,
  beat_at timestamptz(3) not null
);
