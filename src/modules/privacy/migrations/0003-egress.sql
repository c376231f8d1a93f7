-- Which company may receive what of a tenant's data, where, under which paper, and until when.
create table privacy.agreement (
  tenant_id uuid not null,
  id uuid not null,
  processor text not null,
  host text not null,
  reference text not null,
  purposes text[] not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  mechanism text not null check (mechanism in ('inside the EEA', 'adequacy', 'scc', 'none')),
  mechanism_detail jsonb,
  assessment_at timestamptz,
  valid_from timestamptz not null,
  valid_until timestamptz,
  review_by timestamptz not null,
  state text not null check (state in ('open', 'paused', 'ended')),
  reaches_private boolean not null,
  told text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, processor, host)
);
select tenancy.wall('privacy.agreement');

-- The ledger of what left the house: fields by name, never by value.
create table privacy.disclosure (
  tenant_id uuid not null,
  id uuid not null,
  processor text not null,
  host text not null,
  agreement_id uuid not null,
  purpose text not null,
  basis text not null,
  country text not null,
  mechanism text not null,
  field_names text[] not null,
  payload_hash bytea not null,
  about_table text not null,
  about_id text not null,
  queued_at timestamptz not null,
  at timestamptz,
  outcome text not null check (outcome in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  code text,
  attempts integer not null,
  primary key (tenant_id, id)
);
create index disclosure_about on privacy.disclosure (tenant_id, about_table, about_id);
create index disclosure_processor on privacy.disclosure (tenant_id, processor, id);
select tenancy.wall('privacy.disclosure');

create table privacy.disclosure_subject (
  tenant_id uuid not null,
  disclosure_id uuid not null,
  subject_id uuid not null,
  primary key (tenant_id, disclosure_id, subject_id)
);
create index disclosure_subject_person on privacy.disclosure_subject (tenant_id, subject_id, disclosure_id);
select tenancy.wall('privacy.disclosure_subject');

-- Where data about a person came from, when another company brought it.
create table privacy.arrival (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  processor text not null,
  object text not null,
  source text not null,
  field_names text[] not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index arrival_person on privacy.arrival (tenant_id, subject_id, at);
select tenancy.wall('privacy.arrival');

-- What somebody wants to hear about, by which way, from whom. '*' stands for every one.
create table privacy.preference (
  tenant_id uuid not null,
  subject_id uuid not null,
  topic text not null,
  channel text not null,
  sender text not null,
  wish text not null check (wish in ('yes', 'no', 'sale')),
  door text not null,
  at timestamptz not null,
  primary key (tenant_id, subject_id, topic, channel, sender)
);
select tenancy.wall('privacy.preference');

-- Addresses that must not be written to, as keyed hashes that outlive the person.
create table privacy.suppression (
  tenant_id uuid not null,
  channel text not null,
  hash bytea not null,
  because text not null,
  since timestamptz not null,
  review_by timestamptz not null,
  primary key (tenant_id, channel, hash)
);
select tenancy.wall('privacy.suppression');

-- Persons who were erased, as keyed hashes of what a channel would bring them back by.
create table privacy.tombstone (
  tenant_id uuid not null,
  category text not null,
  hash bytea not null,
  laid_at timestamptz not null,
  until timestamptz not null,
  primary key (tenant_id, category, hash)
);
create index tombstone_until on privacy.tombstone (tenant_id, until);
select tenancy.wall('privacy.tombstone');
