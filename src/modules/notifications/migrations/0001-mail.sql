create schema notifications;

grant usage on schema notifications to kontor_runtime;

create table notifications.mail (
  tenant_id uuid not null,
  id uuid not null,
  recipient_id uuid not null,
  envelope bytea not null,
  kind text not null,
  locale text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
  attempts integer not null,
  about_table text not null,
  about_id text not null,
  dedupe text not null,
  created_at timestamptz not null,
  next_at timestamptz not null,
  lease_until timestamptz,
  sent_at timestamptz,
  error_code text,
  primary key (tenant_id, id),
  unique (tenant_id, dedupe)
);

create index mail_waiting on notifications.mail (tenant_id, next_at) where state in ('queued', 'sending');

create index mail_newest on notifications.mail (tenant_id, created_at desc, id desc);

create index mail_recipient on notifications.mail (tenant_id, recipient_id);

select tenancy.wall('notifications.mail');
