-- When the holder of an account was here last: an account that nobody uses goes after the time the shop promises.
alter table identity.account add column seen_at timestamptz default now();

alter table identity.account alter column seen_at set not null;

alter table identity.account alter column seen_at drop default;

create index account_seen on identity.account (tenant_id, seen_at);
