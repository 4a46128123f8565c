-- What readers flag, what moderators decide on it, and decisions that are contested.

-- Somebody says that a contribution breaks a rule of the charter, or a law. It hides nothing.
create table flag (
  id integer generated always as identity primary key,
  -- What whoever flagged knows it by: random, so that it says nothing of how many there are.
  reference text not null unique check (reference ~ '^[0-9a-z]{10}$'),
  contribution_number integer not null references contribution,
  -- The revision that was read.
  revision integer not null,
  -- The rule of that version that is said to be broken.
  charter_version integer,
  rule integer,
  -- Or the law, as far as whoever flagged knows it.
  law text check (char_length(law) <= 300),
  explanation text not null,
  -- The exact words concerned; empty where all of it is.
  words text not null,
  -- Offences of articles 3 to 7 of Directive 2011/93/EU: nobody has to give a name (Regulation (EU) 2022/2065, art. 16(2)(c)).
  unnamed_allowed boolean not null,
  -- Somebody signed in, or the name and address that a visitor gave.
  person_id integer references person,
  name text check (char_length(name) between 1 and 120),
  email text check (char_length(email) between 3 and 254 and email = lower(email)),
  -- In which language they read.
  locale text not null,
  received_at timestamptz(3) not null,
  -- What was decided on it; null as long as it waits.
  verdict_id integer,
  -- Since when nobody knows any more who flagged, or in which words.
  forgotten_at timestamptz(3),
  foreign key (contribution_number, revision) references revision,
  foreign key (charter_version, rule) references charter_rule (version, rule),
  check (num_nonnulls(charter_version, rule) <> 1),
  check (num_nonnulls(rule, law) = 1),
  check (law is not null or not unnamed_allowed),
  check (num_nonnulls(name, email) <> 1),
  check (num_nonnulls(person_id, email) < 2),
  check (forgotten_at is not null or unnamed_allowed or num_nonnulls(person_id, email) = 1),
  check (forgotten_at is not null or explanation <> ''),
  check (forgotten_at is null or (num_nonnulls(person_id, email) = 0 and explanation = '' and words = ''))
);
create unique index flag_once_a_person on flag (contribution_number, revision, person_id);
create unique index flag_once_an_address on flag (contribution_number, revision, email);
create index flag_waiting on flag (contribution_number, received_at) where verdict_id is null;
create index flag_person on flag (person_id, received_at);
create index flag_email on flag (email, received_at);
create index flag_rule on flag (charter_version, rule);
create index flag_verdict_id on flag (verdict_id);

-- Each mail to whoever flagged has a link of its own to what became of the flag.
create table flag_link (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  flag_id integer not null references flag,
  -- When it was flagged, or flagged again by the same person; null in a mail that says what became of it.
  asked_at timestamptz(3)
);
create index flag_link_flag on flag_link (flag_id, asked_at);

alter table moderation_decision add unique (id, decided_by);

-- One decision on one or several flags of a contribution.
create type flag_outcome as enum ('upheld', 'dismissed');
create table flag_verdict (
  id integer generated always as identity primary key,
  contribution_number integer not null references contribution,
  outcome flag_outcome not null,
  -- Those that it was taken on.
  flags integer[] not null check (cardinality(flags) > 0),
  -- The decision that hides what was flagged.
  decision_id integer references moderation_decision,
  -- Why nothing is hidden, for whoever flagged.
  reason text not null,
  -- The appeal that it follows from: there is no further one.
  appeal_id integer,
  decided_by integer not null references person,
  decided_at timestamptz(3) not null,
  -- Taken back: the flags wait again, or another verdict follows.
  undone_by integer references person,
  undone_at timestamptz(3) check (undone_at >= decided_at),
  unique (id, decided_by),
  check ((outcome = 'upheld') = (decision_id is not null)),
  check (outcome = 'upheld' or reason <> ''),
  check (num_nonnulls(undone_by, undone_at) <> 1)
);
create index flag_verdict_contribution on flag_verdict (contribution_number);
create index flag_verdict_decision on flag_verdict (decision_id);
create index flag_verdict_decided_by on flag_verdict (decided_by);
create index flag_verdict_undone_by on flag_verdict (undone_by);
create index flag_verdict_appeal on flag_verdict (appeal_id);
alter table flag add foreign key (verdict_id) references flag_verdict;

-- A decision that hides somebody's words, or the dismissal of a flag, contested: somebody else decides again.
create type appeal_outcome as enum ('confirmed', 'reversed');
create table appeal (
  id integer generated always as identity primary key,
  contribution_number integer not null references contribution,
  -- What its author contests; or the flag whose dismissal whoever flagged contests.
  decision_id integer references moderation_decision,
  flag_id integer references flag,
  verdict_id integer references flag_verdict,
  -- Who decided what is contested.
  contested_by integer not null references person,
  -- Why; empty once it is forgotten.
  reason text not null,
  received_at timestamptz(3) not null,
  withdrawn_at timestamptz(3) check (withdrawn_at >= received_at),
  outcome appeal_outcome,
  answer text check (answer <> ''),
  decided_by integer references person,
  decided_at timestamptz(3) check (decided_at >= received_at),
  -- The decision by which it was reversed, where anything was left to reverse.
  result_id integer references moderation_decision,
  forgotten_at timestamptz(3),
  foreign key (decision_id, contested_by) references moderation_decision (id, decided_by),
  foreign key (verdict_id, contested_by) references flag_verdict (id, decided_by),
  check (num_nonnulls(decision_id, flag_id) = 1),
  check (num_nonnulls(flag_id, verdict_id) <> 1),
  check (num_nonnulls(outcome, answer, decided_by, decided_at) in (0, 4)),
  -- Nobody decides on an appeal against a decision of their own.
  check (decided_by <> contested_by),
  check (withdrawn_at is null or decided_at is null),
  check (result_id is null or outcome = 'reversed'),
  check ((forgotten_at is not null) = (reason = ''))
);
-- Each decision is contested once; who withdraws may contest again.
create unique index appeal_once_a_decision on appeal (decision_id) where withdrawn_at is null;
create unique index appeal_once_a_flag on appeal (flag_id, verdict_id) where withdrawn_at is null;
create index appeal_contribution on appeal (contribution_number);
create index appeal_verdict on appeal (verdict_id);
create index appeal_contested_by on appeal (contested_by);
create index appeal_decided_by on appeal (decided_by);
create index appeal_result on appeal (result_id);
alter table flag_verdict add foreign key (appeal_id) references appeal;

-- What is cut is searched by the words that are left. Cuts are in UTF-16 code units, of which a character beyond the
-- first plane has two; a space stands where each began, so that no word is made of what was around it.
create function search_uncut(body text, decision integer) returns text language sql stable as $$
  select coalesce(string_agg(case when at = cut.start_offset then ' ' when cut.start_offset is null then sign else '' end,
    '' order by place), '')
  from (
    select sign, place,
      sum(case when ascii(sign) > 65535 then 2 else 1 end) over (order by place)
        - case when ascii(sign) > 65535 then 2 else 1 end as at
    from regexp_split_to_table(body, '') with ordinality as split (sign, place)
  ) as signs
  left join moderation_cut as cut
    on cut.decision_id = decision and at >= cut.start_offset and at < cut.end_offset
$$;

-- Of the revisions written, the newest; an erased one leaves no words. What a decision on other words cut is not in it:
-- until somebody decides on these nobody reads them.
create function search_shown(number integer, revision integer, body text) returns text language sql stable as $$
  select case
    when contribution.cut_by is null then body
    when decision.revision = search_shown.revision then search_uncut(body, decision.id)
    else ''
  end
  from contribution left join moderation_decision as decision on decision.id = contribution.cut_by
  where contribution.number = search_shown.number
$$;

create or replace function index_revisions() returns trigger language plpgsql as $$
begin
  insert into searched_contribution (contribution_number, language, words)
    select distinct on (number) number, search_language(lang),
      setweight(search_words(search_language(lang), coalesce(title, '')), 'A')
        || search_words(search_language(lang), concat_ws(E'\n\n',
          search_shown(number, written.revision, body), explanation, wording, place))
    from written join contribution on number = contribution_number
    where written.revision >= contribution.revision
    order by number, written.revision desc
    on conflict (contribution_number)
      do update set language = excluded.language, words = excluded.words;
  return null;
end
$$;

create function index_cut() returns trigger language plpgsql as $$
begin
  update searched_contribution set words =
      setweight(search_words(language, coalesce(title, '')), 'A')
        || search_words(language, concat_ws(E'\n\n',
          search_shown(new.number, revision.revision, body), explanation, wording, place))
    from revision
    where searched_contribution.contribution_number = new.number
      and revision.contribution_number = new.number and revision.revision = new.revision;
  return null;
end
$$;
create trigger contribution_cut_is_searched after update of cut_by on contribution
  for each row when (old.cut_by is distinct from new.cut_by) execute function index_cut();

update searched_contribution set words =
    setweight(search_words(language, coalesce(title, '')), 'A')
      || search_words(language, concat_ws(E'\n\n',
        search_shown(number, revision.revision, body), explanation, wording, place))
  from contribution join revision
    on revision.contribution_number = number and revision.revision = contribution.revision
  where searched_contribution.contribution_number = number and contribution.cut_by is not null;
