-- Why a mail is sent, and for news which wish carries it. News lie under their reader's marketing key, not the service key.
alter table notifications.mail add column purpose text not null default 'notify';

alter table notifications.mail add column topic text;

alter table notifications.mail add column sender text;

alter table notifications.mail add column promotion bytea;

alter table notifications.mail alter column envelope drop not null;

alter table notifications.mail add constraint mail_one_envelope check ((envelope is null) <> (promotion is null));

-- Dropped: at the last check nobody wanted it any more.
alter table notifications.mail drop constraint mail_state_check;

alter table notifications.mail add constraint mail_state_check check (state in ('queued', 'sending', 'sent', 'failed', 'dropped'));

-- Who wants news by mail, and where to: their own copy of the address, under the marketing key.
create table notifications.reader (
  tenant_id uuid not null,
  subject_id uuid not null,
  address bytea not null,
  address_index bytea,
  locale text not null,
  since timestamptz not null,
  primary key (tenant_id, subject_id)
);
create index reader_address on notifications.reader (tenant_id, address_index);
select tenancy.wall('notifications.reader');

-- News that staff wrote, and how far their sending is.
create table notifications.campaign (
  tenant_id uuid not null,
  id uuid not null,
  topic text not null,
  title text not null,
  text text not null,
  origin text not null,
  state text not null check (state in ('sending', 'done', 'stopped')),
  position uuid,
  queued integer not null,
  passed_over integer not null,
  made_by uuid,
  made_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index campaign_open on notifications.campaign (tenant_id, made_at) where state = 'sending';
select tenancy.wall('notifications.campaign');
