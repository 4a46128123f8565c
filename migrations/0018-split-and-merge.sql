-- A passage is split in two, and two passages become one. The first keeps its id; of a merger the other's id is an
-- alias for ever (design, §3).
alter type change_operation add value 'split-block';
alter type change_operation add value 'merge-blocks';

alter table change
  -- Of a split the second piece; of a merger the block that went into the first, as it was.
  add column other_block jsonb,
  -- As text: a value that was added cannot be used in the same transaction.
  add check ((operation::text in ('split-block', 'merge-blocks')) = (other_block is not null));
create index change_other on change ((other_block ->> 'id')) where other_block is not null;
