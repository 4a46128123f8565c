-- Public pages are kept in memory by every process (decisions/0010): whatever they show announces that it
-- has changed, to be heard with LISTEN once the transaction has committed. What is announced is the slug of
-- the report whose pages show it, or * where any page may. It is a signal only: nothing waits for it, no row
-- is locked for it, and PostgreSQL drops equal ones of one transaction.

create function announce_report_change() returns trigger language plpgsql as $$
begin
  perform pg_notify(
    'public_change',
    (select slug from report where id = coalesce(new.report_id, old.report_id))
  );
  return null;
end
$$;

create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_change', '*');
  return null;
end
$$;

create trigger consultation_is_shown after insert or update or delete on consultation
  for each row execute function announce_report_change();
create trigger contribution_is_shown after insert or update or delete on contribution
  for each row execute function announce_report_change();
create trigger answer_is_shown after insert or update or delete on answer
  for each row execute function announce_report_change();
create trigger change_is_shown after insert or update or delete on change
  for each row execute function announce_report_change();
create trigger edition_is_shown after insert or update or delete on edition
  for each row execute function announce_report_change();

create trigger report_is_shown after insert or update or delete on report
  for each statement execute function announce_change();
create trigger change_cause_is_shown after insert or update or delete on change_cause
  for each statement execute function announce_change();
create trigger withholding_is_shown after insert or update or delete on withholding
  for each statement execute function announce_change();
create trigger imported_total_is_shown after insert or update or delete on imported_total
  for each statement execute function announce_change();
create trigger person_is_shown after update of display_name, helix_side, organisation on person
  for each statement execute function announce_change();
