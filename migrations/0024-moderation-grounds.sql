-- The charter in versions, what decisions rest on, and words that are cut.

create table charter (
  version integer primary key check (version > 0),
  -- Null for the first, which comes with the program.
  kept_by integer references person,
  kept_at timestamptz(3) not null,
  check ((kept_by is null) = (version = 1))
);
create index charter_kept_by on charter (kept_by);
-- A rule keeps its number through all versions; one that is dropped leaves its number unused.
create table charter_rule (
  version integer not null references charter,
  rule integer not null check (rule > 0),
  primary key (version, rule)
);
create table charter_text (
  version integer not null,
  rule integer not null,
  lang text not null,
  title text not null check (char_length(title) > 0),
  text text not null check (char_length(text) > 0),
  primary key (version, rule, lang),
  foreign key (version, rule) references charter_rule
);

insert into charter (version, kept_by, kept_at) values (1, null, date_trunc('milliseconds', now()));
insert into charter_rule (version, rule) select 1, generate_series(1, 6);
insert into charter_text (version, rule, lang, title, text) values
  (1, 1, 'fr', 'Respecter les personnes', 'On discute des idées. On n’insulte, ne menace et n’humilie personne.'),
  (1, 1, 'en', 'Respect people', 'Ideas are discussed. Nobody is insulted, threatened or humiliated.'),
  (1, 2, 'fr', 'Ne viser personne pour ce qu’il est', 'On ne rabaisse personne pour son origine, sa religion, son sexe, son orientation, son âge, son handicap ou sa situation.'),
  (1, 2, 'en', 'Target nobody for who they are', 'Nobody is belittled for their origin, religion, sex, orientation, age, disability or situation.'),
  (1, 3, 'fr', 'Protéger la vie privée', 'On ne publie pas d’adresse, de numéro, de photo ni de détail privé de quelqu’un d’autre, ni rien qui le fasse reconnaître contre son gré.'),
  (1, 3, 'en', 'Protect private life', 'No address, number, picture or private detail of somebody else is published, nor anything that makes them known against their will.'),
  (1, 4, 'fr', 'Parler du rapport', 'Une contribution parle du rapport, du passage ou de la contribution qu’elle vise. Ce qui n’a pas de lien avec eux n’a pas sa place ici.'),
  (1, 4, 'en', 'Speak of the report', 'A contribution speaks of the report, the passage or the contribution that it is on. What has nothing to do with them has no place here.'),
  (1, 5, 'fr', 'Être de bonne foi', 'On ne parle pas au nom de quelqu’un d’autre sans son accord, et on ne donne pas pour vrai ce que l’on sait faux.'),
  (1, 5, 'en', 'Act in good faith', 'Nobody speaks in somebody else’s name without their agreement, or gives for true what they know to be false.'),
  (1, 6, 'fr', 'Ne rien vendre, ne pas répéter', 'Pas de publicité, ni le même texte envoyé encore et encore.'),
  (1, 6, 'en', 'Sell nothing, repeat nothing', 'No advertisement, and not the same text sent over and over.');

create function refuse_charter_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'a version of the charter says what it said';
end
$$;
create trigger charter_is_kept before update or delete or truncate on charter
  for each statement execute function refuse_charter_rewriting();
create trigger charter_rule_is_kept before update or delete or truncate on charter_rule
  for each statement execute function refuse_charter_rewriting();
create trigger charter_text_is_kept before update or delete or truncate on charter_text
  for each statement execute function refuse_charter_rewriting();
create trigger charter_is_shown after insert on charter
  for each statement execute function announce_change();

alter table moderation_decision
  -- The rule of that version that it rests on.
  add column charter_version integer,
  add column rule integer,
  -- Or the provision of a law.
  add column law text check (char_length(law) > 0),
  add foreign key (charter_version, rule) references charter_rule (version, rule),
  add check (num_nonnulls(charter_version, rule) <> 1),
  add check (num_nonnulls(rule, law) < 2);
create index moderation_decision_rule on moderation_decision (charter_version, rule);

-- What a decision cuts out of the body: UTF-16 code units of the revision that was judged.
create table moderation_cut (
  decision_id integer not null references moderation_decision,
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  primary key (decision_id, start_offset)
);

-- The decision whose cuts hold now.
alter table contribution add column cut_by integer references moderation_decision;
create index contribution_cut_by on contribution (cut_by) where cut_by is not null;
