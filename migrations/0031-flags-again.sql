-- Whoever flagged may have another reason, or somebody else gave their address: only the same reasons are the same flag.
drop index flag_once_a_person;
drop index flag_once_an_address;
create unique index flag_once_a_person on flag
  (contribution_number, revision, person_id, coalesce(rule, 0), coalesce(law, ''), md5(explanation));
create unique index flag_once_an_address on flag
  (contribution_number, revision, email, coalesce(rule, 0), coalesce(law, ''), md5(explanation));

-- Since when an erasure that is due waits for something to be handed over, of which its person was told.
alter table erasure add column hindered_at timestamptz(3);
