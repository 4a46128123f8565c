-- Words of the newest editions and of contributions, for searching (decisions/0012): derived from what other
-- tables hold, in the transaction that writes there. What may be found is for the question to say.

-- The name of PostgreSQL's configuration for that language; words of others are found as they are. No column
-- is of type regconfig, which pg_upgrade refuses.
create function search_language(lang text) returns text
language sql immutable parallel safe as $$
  select case split_part(lower(lang), '-', 1)
    when 'fr' then 'french'
    when 'en' then 'english'
    when 'es' then 'spanish'
    when 'pt' then 'portuguese'
    when 'ar' then 'arabic'
    else 'simple'
  end
$$;

-- Accents and vowel signs are left out, ligatures and raised letters undone, and whatever joins words
-- («l’élue», «porte-parole», «data.gouv.fr») parts them.
create function search_letters(words text) returns text
language sql immutable parallel safe as $$
  select translate(
    lower(regexp_replace(
      normalize(replace(replace(replace(replace(replace(
        words, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), 'ß', 'ss'), NFKD),
      '[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060]', '', 'g')),
    '-‐‑‒–—―''’ʼ./\_:@&+=#%*<>~|',
    '                          ')
$$;

-- Stems are found by endings, and some of these by their accents. Words that were written without any are
-- given an ending that is stemmed as theirs would have been: «donnees» as «donner», «egalites» as «égal»,
-- «publies» as «publier», «premieres» as «premier», «educacion» as «educación». French stemming leaves «lois»
-- and «élus» in the plural, and counts «à», «les» and a few others as rare words: they are written as «au».
create function search_spelling(language text, words text) returns text
language sql immutable parallel safe as $$
  select case language
    when 'french' then
      regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        search_letters(words),
        '\m(a|les|ils|elles|cet|cette|leurs|meme|memes)\M', 'au', 'g'),
        '([a-z]{2})ees?\M', '\1er', 'g'),
        '([a-z]{2}[ai]l)ites?\M', '\1', 'g'),
        '([bcdflp])ies?\M', '\1ier', 'g'),
        '([a-z]{3})eres?\M', '\1er', 'g'),
        '\m(?!(?:nous|vous|mais|suis|mois|fois)\M)([a-z]{2,}[iou])s\M', '\1', 'g')
    when 'spanish' then
      regexp_replace(search_letters(words), '([cs])ion\M', '\1ión', 'g')
    when 'portuguese' then
      regexp_replace(regexp_replace(
        search_letters(words), 'cao\M', 'ção', 'g'), 'coes\M', 'ções', 'g')
    else search_letters(words)
  end
$$;

-- A tsvector holds less than a megabyte: of a text beyond all measure, the beginning is found.
create function search_words(language text, words text) returns tsvector
language sql stable parallel safe as $$
  select to_tsvector(('pg_catalog.' || language)::regconfig, left(search_spelling(language, words), 200000))
$$;

create table searched_block (
  edition_id integer not null,
  block_id text not null,
  words tsvector not null,
  primary key (edition_id, block_id),
  foreign key (edition_id, block_id) references edition_block
);
-- Without a list of what is still to be put into it: searching just after an import is as quick as later.
create index searched_block_words on searched_block using gin (words) with (fastupdate = off);

create table searched_contribution (
  contribution_number integer primary key references contribution,
  language text not null,
  -- Those of its title weigh A.
  words tsvector not null
);
create index searched_contribution_words on searched_contribution
  using gin (words) with (fastupdate = off);

create function index_edition_blocks() returns trigger language plpgsql as $$
begin
  insert into searched_block (edition_id, block_id, words)
    select edition_id, block_id, search_words(search_language(lang), text)
    from added
      join edition on edition.id = edition_id
      join report on report.id = edition.report_id;
  return null;
end
$$;
create trigger edition_block_is_searched after insert on edition_block
  referencing new table as added
  for each statement execute function index_edition_blocks();

-- Only the newest edition is searched: those before it need no words.
create function forget_earlier_words() returns trigger language plpgsql as $$
begin
  delete from searched_block using edition
    where edition.report_id = new.report_id and edition.number < new.number
      and searched_block.edition_id = edition.id;
  return null;
end
$$;
create trigger edition_is_searched after insert on edition
  for each row execute function forget_earlier_words();

-- Of the revisions written, the newest; an erased one leaves no words.
create function index_revisions() returns trigger language plpgsql as $$
begin
  insert into searched_contribution (contribution_number, language, words)
    select distinct on (number) number, search_language(lang),
      setweight(search_words(search_language(lang), coalesce(title, '')), 'A')
        || search_words(search_language(lang), concat_ws(E'\n\n', body, explanation, wording, place))
    from written join contribution on number = contribution_number
    where written.revision >= contribution.revision
    order by number, written.revision desc
    on conflict (contribution_number)
      do update set language = excluded.language, words = excluded.words;
  return null;
end
$$;
create trigger revision_is_searched after insert on revision
  referencing new table as written
  for each statement execute function index_revisions();
create trigger erased_revision_is_searched after update on revision
  referencing new table as written
  for each statement execute function index_revisions();

insert into searched_block (edition_id, block_id, words)
  select edition_id, block_id, search_words(search_language(lang), text)
  from edition_block
    join edition on edition.id = edition_id
    join report on report.id = edition.report_id
  where not exists (
    select from edition as later
    where later.report_id = edition.report_id and later.number > edition.number);
insert into searched_contribution (contribution_number, language, words)
  select number, search_language(lang),
    setweight(search_words(search_language(lang), coalesce(title, '')), 'A')
      || search_words(search_language(lang), concat_ws(E'\n\n', body, explanation, wording, place))
  from contribution join revision
    on contribution_number = number and revision.revision = contribution.revision;
