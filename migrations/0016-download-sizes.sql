-- Bytes of an edition's downloads, worked out when they are first shown: an edition is frozen, and so are they, for one
-- version of the program, one language of the labels and one address of the site (`made_for`). Nothing of its own:
-- it may be emptied at any time.
create table download_size (
  edition_id integer not null references edition on delete cascade,
  made_for text not null,
  html integer not null check (html > 0),
  markdown integer not null check (markdown > 0),
  json integer not null check (json > 0),
  primary key (edition_id, made_for)
);
