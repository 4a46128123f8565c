-- Where a database's locale is C, as that of the database that Vivace brings, PostgreSQL takes every character
-- beyond ASCII for a letter: “open” was a word with its quotation marks, ¿Qué one with its sign, and words on both
-- sides of «·» or an Arabic comma were one word. Signs part words, whatever the locale; what only directs or
-- joins characters is left out.
create or replace function search_letters(words text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(
    translate(
      lower(regexp_replace(
        normalize(replace(replace(replace(replace(replace(
          words, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), 'ß', 'ss'), NFKD),
        '[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g')),
      '-‐‑‒–—―''’ʼ./\_:@&+=#%*<>~|',
      '                          '),
    '[\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7'
      '\u02c2-\u02c5\u02d2-\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\u0375\u03f6\u0482\u055a-\u055f\u0589-\u058f'
      '\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0606-\u060f\u061b\u061d-\u061f\u066a-\u066d\u06d4\u06de\u06e9\u06fd\u06fe'
      '\u0964\u0965\u0970\u2000-\u206f\u20a0-\u20cf\u2100-\u2101\u2103-\u2106\u2108\u2109\u2114\u2116-\u2118'
      '\u211e-\u2123\u2125\u2127\u2129\u212e\u213a\u213b\u2140-\u2144\u214a-\u214d\u214f\u218a\u218b'
      '\u2190-\u245f\u249c-\u24e9\u2500-\u2775\u2794-\u2bff\u2e00-\u2e2e\u2e30-\u2e7f'
      '\u3000-\u3004\u3008-\u3020\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb'
      '\ufd3e\ufd3f\ufe30-\ufe6f\ufffc\ufffd\U0001f000-\U0001f0ff\U0001f10d-\U0001faff]', ' ', 'g')
$$;

-- Of a text beyond all measure the beginning is enough before its letters are taken apart: one sign may be eighteen.
create or replace function search_words(language text, words text) returns tsvector
language sql stable parallel safe as $$
  select to_tsvector(
    ('pg_catalog.' || language)::regconfig,
    left(search_spelling(language, left(words, 200000)), 200000))
$$;

update searched_block set words = search_words(search_language(lang), text)
  from edition_block
    join edition on edition.id = edition_id
    join report on report.id = edition.report_id
  where edition_block.edition_id = searched_block.edition_id
    and edition_block.block_id = searched_block.block_id;
update searched_contribution set
    language = search_language(lang),
    words = setweight(search_words(search_language(lang), coalesce(title, '')), 'A')
      || search_words(search_language(lang), concat_ws(E'\n\n', body, explanation, wording, place))
  from contribution join revision
    on revision.contribution_number = number and revision.revision = contribution.revision
  where searched_contribution.contribution_number = number;
