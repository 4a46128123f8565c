-- Terms of use in versions with everybody's consent, the legal notice, and the accessibility declaration.

create table terms (
  version integer primary key check (version > 0),
  -- Null for the first, which comes with the program.
  kept_by integer references person,
  kept_at timestamptz(3) not null,
  -- Whether those who accepted an earlier version are asked anew; else it mends words only.
  asks boolean not null,
  check ((kept_by is null) = (version = 1)),
  check (asks or version > 1)
);
create index terms_kept_by on terms (kept_by);
-- An article keeps its number through all versions; one that is dropped leaves its number unused.
create table terms_text (
  version integer not null references terms,
  article integer not null check (article > 0),
  lang text not null,
  title text not null check (char_length(title) > 0),
  text text not null check (char_length(text) > 0),
  primary key (version, article, lang)
);
-- What a version changes, in a few sentences for those who accepted the one before.
create table terms_summary (
  version integer not null references terms check (version > 1),
  lang text not null,
  summary text not null check (char_length(summary) > 0),
  primary key (version, lang)
);

create table terms_consent (
  person_id integer not null references person,
  version integer not null references terms,
  accepted_at timestamptz(3) not null,
  primary key (person_id, version)
);
create index terms_consent_version on terms_consent (version);

insert into terms (version, kept_by, kept_at, asks) values (1, null, date_trunc('milliseconds', now()), true);
insert into terms_text (version, article, lang, title, text) values
  (1, 1, 'fr', 'Ce texte est un point de départ', 'Il est livré avec le logiciel. La personne ou l’organisme qui ouvre ce site doit le relire, l’adapter et le remplacer par le sien : lui seul connaît ses obligations. Les mentions légales disent qui publie ce site.'),
  (1, 1, 'en', 'This text is a starting point', 'It comes with the software. Whoever opens this site has to read it, adapt it and put their own in its place: only they know their obligations. The legal notice says who publishes this site.'),
  (1, 2, 'fr', 'Ce que l’on fait ici', 'On lit des rapports publics, sans compte et gratuitement. Avec un compte, on propose des mots, on pose des questions, on soutient ce que d’autres ont écrit, et l’on reçoit une réponse motivée.'),
  (1, 2, 'en', 'What is done here', 'Public reports are read, without an account and free of charge. With an account, people propose words, ask questions, support what others wrote, and receive an answer with its reasons.'),
  (1, 3, 'fr', 'Le compte', 'Un compte est à une seule personne. On peut y paraître sous un pseudonyme, sauf là où un rapport demande un vrai nom à sa modération. On garde pour soi ce qui permet de s’identifier, et l’on prévient si quelqu’un d’autre s’en sert.'),
  (1, 3, 'en', 'The account', 'An account belongs to one person. They may appear under a pseudonym, except where a report asks for a true name, for its moderators. People keep to themselves what lets them sign in, and say so if somebody else uses it.'),
  (1, 4, 'fr', 'Ce que l’on écrit est public', 'Une contribution est publiée avec le nom choisi, sa date et ses versions successives. Elle peut être reprise dans le rapport, citée dans une réponse et téléchargée avec une édition. On peut la retirer tant qu’elle n’a pas reçu de réponse ; ce qui figure déjà dans une édition y reste.'),
  (1, 4, 'en', 'What is written is public', 'A contribution is published with the name that was chosen, its date and its successive versions. It may be taken into the report, quoted in an answer and downloaded with an edition. It can be withdrawn until it is answered; what stands in an edition already stays there.'),
  (1, 5, 'fr', 'Les droits sur ce que l’on écrit', 'Chaque personne reste l’autrice de ce qu’elle écrit. En le publiant, elle permet à chacun de le lire, de le reprendre et de le modifier sous la licence du rapport, indiquée sur sa première page. Elle ne publie que ce qu’elle a le droit de publier.'),
  (1, 5, 'en', 'Rights in what is written', 'People remain the authors of what they write. By publishing it, they let everybody read, reuse and change it under the licence of the report, named on its front page. They publish only what they have the right to publish.'),
  (1, 6, 'fr', 'Les règles entre nous', 'La charte de modération dit ce qui n’a pas sa place ici et comment on le décide. Une décision de modération est motivée, et peut être contestée.'),
  (1, 6, 'en', 'The rules between us', 'The moderation charter says what has no place here and how that is decided. A decision of moderation gives its reasons, and can be contested.'),
  (1, 7, 'fr', 'Ce que le site promet, et ce qu’il ne promet pas', 'Ce qui a été reçu n’est pas perdu, et chaque décision reste lisible dans le journal public. Le site peut être interrompu pour son entretien. Répondre à une contribution n’oblige personne à la reprendre.'),
  (1, 7, 'en', 'What the site promises, and what it does not', 'What was received is not lost, and each decision can be read in the public journal. The site may be interrupted for its maintenance. Answering a contribution obliges nobody to take it up.'),
  (1, 8, 'fr', 'Quitter le site', 'On peut à tout moment retirer ce que l’on a écrit, emporter ses données et demander l’effacement de son compte, sans accepter de nouvelles conditions.'),
  (1, 8, 'en', 'Leaving the site', 'At any time people can withdraw what they wrote, take their data away and ask for their account to be erased, without accepting new terms.'),
  (1, 9, 'fr', 'Quand ces conditions changent', 'Chaque version reste lisible, et comparable aux autres. Quand un changement compte, il est expliqué à la première action qui suit, et demande un nouvel accord.'),
  (1, 9, 'en', 'When these terms change', 'Each version can still be read, and compared with the others. When a change matters, it is explained at the next thing that somebody does, and asks for agreement anew.');

create function refuse_terms_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'a version of the terms says what it said';
end
$$;
create trigger terms_is_kept before update or delete or truncate on terms
  for each statement execute function refuse_terms_rewriting();
create trigger terms_text_is_kept before update or delete or truncate on terms_text
  for each statement execute function refuse_terms_rewriting();
create trigger terms_summary_is_kept before update or delete or truncate on terms_summary
  for each statement execute function refuse_terms_rewriting();
create trigger terms_is_shown after insert on terms
  for each statement execute function announce_change();

-- Who publishes this site, who answers for it and who hosts it: one row, which its next takes the place of, since it names
-- people. Empty: not said yet.
create table legal_notice (
  id integer generated always as identity primary key,
  publisher text not null,
  publisher_form text not null,
  publisher_address text not null,
  publisher_phone text not null,
  publisher_email text not null,
  -- SIREN or SIRET, digits only.
  registration text not null check (registration ~ '^(\d{9}|\d{14})?$'),
  -- As it is published, with its currency; asked of companies.
  capital text not null,
  director text not null,
  editor text not null,
  host text not null,
  host_address text not null,
  host_phone text not null,
  kept_by integer not null references person,
  kept_at timestamptz(3) not null
);
create index legal_notice_kept_by on legal_notice (kept_by);
create trigger legal_notice_is_shown after insert or update or delete on legal_notice
  for each statement execute function announce_change();

-- Where somebody who cannot get at something writes to, and what is planned: one row, which its next takes the place of.
create table accessibility_setting (
  id integer generated always as identity primary key,
  email text not null check (char_length(email) <= 254),
  -- A form elsewhere.
  address text not null,
  plan_address text not null,
  kept_by integer not null references person,
  kept_at timestamptz(3) not null
);
create index accessibility_setting_kept_by on accessibility_setting (kept_by);
create trigger accessibility_setting_is_shown after insert or update or delete on accessibility_setting
  for each statement execute function announce_change();

-- An audit that people made, entered by hand; once it is published it stays as it is.
create table accessibility_audit (
  id integer generated always as identity primary key,
  audited_on date not null,
  auditor text not null check (char_length(auditor) > 0),
  reference text not null check (char_length(reference) > 0),
  method text not null,
  -- What the law exempts (law 2005-102, article 47), and so was not audited; empty where nothing is.
  exempted text not null,
  begun_by integer not null references person,
  begun_at timestamptz(3) not null,
  published_by integer references person,
  published_at timestamptz(3) check (published_at >= begun_at),
  -- Criteria that are respected, and that apply, as they were counted when it was published.
  respected integer,
  applicable integer check (applicable >= respected),
  check (num_nonnulls(published_by, published_at, respected, applicable) in (0, 4))
);
create index accessibility_audit_begun_by on accessibility_audit (begun_by);
create index accessibility_audit_published_by on accessibility_audit (published_by);
create table accessibility_page (
  audit_id integer not null references accessibility_audit on delete cascade,
  number integer not null check (number > 0),
  title text not null check (char_length(title) > 0),
  address text not null check (char_length(address) > 0),
  primary key (audit_id, number)
);
create type accessibility_result as enum ('conforming', 'not-conforming', 'not-applicable');
create table accessibility_finding (
  audit_id integer not null,
  page integer not null,
  criterion text not null check (criterion ~ '^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$'),
  result accessibility_result not null,
  note text not null,
  -- Why it would be a disproportionate burden (decree 2019-768, article 4); empty where no derogation is claimed.
  derogation text not null,
  remedy_on date,
  primary key (audit_id, page, criterion),
  foreign key (audit_id, page) references accessibility_page on delete cascade,
  check (result = 'not-conforming' or (derogation = '' and remedy_on is null))
);

create function refuse_audit_rewriting() returns trigger language plpgsql as $$
begin
  if exists (select from accessibility_audit where id = coalesce(new.audit_id, old.audit_id) and published_at is not null) then
    raise exception 'an audit that is published stays as it is';
  end if;
  return coalesce(new, old);
end
$$;
create function refuse_published_audit_rewriting() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'an audit that is published stays as it is';
  end if;
  return coalesce(new, old);
end
$$;
create trigger accessibility_audit_is_kept before update or delete on accessibility_audit
  for each row execute function refuse_published_audit_rewriting();
create trigger accessibility_page_is_kept before insert or update or delete on accessibility_page
  for each row execute function refuse_audit_rewriting();
create trigger accessibility_finding_is_kept before insert or update or delete on accessibility_finding
  for each row execute function refuse_audit_rewriting();
-- What programs found on the pages of this version: one row, which its next takes the place of.
create table accessibility_automated (
  id integer generated always as identity primary key,
  made_on date not null,
  checkers text[] not null check (cardinality(checkers) > 0),
  -- [{"name": …, "faults": [sentence, …]}, …]
  pages jsonb not null check (jsonb_typeof(pages) = 'array'),
  kept_by integer not null references person,
  kept_at timestamptz(3) not null
);
create index accessibility_automated_kept_by on accessibility_automated (kept_by);
create trigger accessibility_automated_is_shown after insert or update or delete on accessibility_automated
  for each statement execute function announce_change();

-- Nothing is written for whoever is erased meanwhile.
create trigger consent_is_of_somebody before insert or update of person_id on terms_consent
  for each row execute function refuse_the_erased('person_id');
create trigger terms_are_kept_by_somebody before insert on terms
  for each row execute function refuse_the_erased('kept_by');
create trigger legal_notice_is_kept_by_somebody before insert on legal_notice
  for each row execute function refuse_the_erased('kept_by');
create trigger accessibility_setting_is_kept_by_somebody before insert on accessibility_setting
  for each row execute function refuse_the_erased('kept_by');
create trigger accessibility_automated_is_kept_by_somebody before insert on accessibility_automated
  for each row execute function refuse_the_erased('kept_by');
create trigger accessibility_audit_is_begun_by_somebody before insert on accessibility_audit
  for each row execute function refuse_the_erased('begun_by');
create trigger accessibility_audit_is_published_by_somebody before update of published_by on accessibility_audit
  for each row execute function refuse_the_erased('published_by');

create trigger accessibility_audit_is_shown after insert or update or delete on accessibility_audit
  for each statement execute function announce_change();
