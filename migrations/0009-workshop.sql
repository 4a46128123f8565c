-- The workshop: answers in part, changes made by hand and by files that are read again, and what
-- caused them.

alter type decision add value 'accepted-in-part' after 'accepted';

alter type change_operation add value 'edit-block';
alter type change_operation add value 'move-block';
alter type change_operation add value 'remove-block';

alter table change
  -- The block as the change left it; of a removal, as it was. Null where an amendment's own wording says
  -- it, where the block was moved, and in the first text.
  add column block jsonb,
  -- Where a block was put, or stood until it was removed: the id of the block before it, null at the start.
  add column follows text references block,
  -- Why, and by whom, where an editor made the change by hand.
  add column reason text check (char_length(reason) > 0),
  add column changed_by integer references person,
  add check ((reason is null) = (changed_by is null));

alter table change_cause
  -- A source that is no imported file: what it is called, and where it can be read.
  add column citation text check (char_length(citation) > 0),
  add column link text,
  add column erratum boolean not null default false,
  -- Who added the cause after the change was made, and when.
  add column added_by integer references person,
  add column added_at timestamptz(3),
  -- Who took such a cause back, and when.
  add column withdrawn_by integer references person,
  add column withdrawn_at timestamptz(3),
  drop constraint change_cause_check,
  add check (num_nonnulls(contribution_number, source_id, citation) + erratum::integer = 1),
  add check (link is null or citation is not null),
  add check ((added_by is null) = (added_at is null)),
  add check ((withdrawn_by is null) = (withdrawn_at is null)),
  add check (withdrawn_at is null or added_at is not null);
create unique index change_cause_once on change_cause (change_id, contribution_number)
  where withdrawn_at is null;

alter table import_source
  add column imported_by integer references person,
  -- SHA-256 of the changes that the file made (src/reports/change.ts), where it met a text.
  add column changes_sha256 bytea check (octet_length(changes_sha256) = 32);

-- A document between its reading and its acceptance, with the editor's corrections of its headings.
create table upload (
  id text primary key check (char_length(id) >= 16),
  report_id integer not null references report,
  uploaded_by integer not null references person,
  uploaded_at timestamptz(3) not null,
  file_name text not null check (char_length(file_name) between 1 and 200),
  sha256 bytea not null check (octet_length(sha256) = 32),
  -- What was read of it (ParsedDocument), so that the file itself need not be kept.
  document jsonb not null,
  corrections jsonb not null
);
create index upload_uploaded on upload (uploaded_at);
