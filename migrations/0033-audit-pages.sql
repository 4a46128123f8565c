-- An audit's pages keep their numbers for good, a form begins one audit, and every audit is by the RGAA.

-- The highest number that a page of the audit was ever given: what was found on one never comes to stand under another.
alter table accessibility_audit add column last_page integer not null default 0 check (last_page >= 0);
update accessibility_audit as audit
  set last_page = (select coalesce(max(number), 0) from accessibility_page where audit_id = audit.id)
  where published_at is null;

-- Of the form that began it; null for those begun before forms had one.
alter table accessibility_audit add column key text check (char_length(key) between 16 and 100);
alter table accessibility_audit add unique (begun_by, key);

-- A declaration rests on the RGAA (decree 2019-768). What was published by another reference stays readable, and
-- counts for nothing; what is still being entered goes on by the RGAA, without the criteria of another.
delete from accessibility_finding as finding
  using accessibility_audit as audit
  where audit.id = finding.audit_id and audit.published_at is null and finding.criterion !~ '^\d{1,2}\.\d{1,2}$';
update accessibility_audit set reference = 'RGAA 4.1.2' where published_at is null;
alter table accessibility_audit
  add constraint accessibility_audit_by_the_rgaa check (reference = 'RGAA 4.1.2') not valid;
