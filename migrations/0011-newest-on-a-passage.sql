-- A passage shows its newest contributions: found at once, however many there are elsewhere.
drop index passage_block;
create index passage_block on passage (block_id, contribution_number);
