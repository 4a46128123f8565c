-- Roles for the whole site and for reports, from whom somebody has one, and until when.

alter type role rename to role_before;
create type role as enum (
  'clerk', 'moderator', 'rapporteur', 'editor-in-chief', 'guarantor', 'administrator'
);
alter table role_grant alter column role type role using role::text::role;
drop type role_before;

alter table role_grant
  drop constraint role_grant_scope_kind_check,
  add constraint role_grant_scope_kind_check check (scope_kind in ('site', 'report')),
  -- What the role holds for; null for the whole site.
  alter column scope_id drop not null,
  add constraint role_grant_scope_id_check check ((scope_kind = 'site') = (scope_id is null)),
  -- Who gave it; null for whoever has the command line.
  add column granted_by integer references person,
  -- Of which role of somebody else's this is the delegation.
  add column delegated_from integer references role_grant,
  add constraint role_grant_delegation_check check (delegated_from is null or until_at is not null),
  -- The journal has its end.
  add column end_noted boolean not null default false;
create index role_grant_scope on role_grant (scope_kind, scope_id);
create index role_grant_granted_by on role_grant (granted_by);
create index role_grant_delegated_from on role_grant (delegated_from);
create index role_grant_ending on role_grant (until_at) where not end_noted;
