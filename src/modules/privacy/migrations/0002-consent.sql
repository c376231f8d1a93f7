-- What people were shown when they answered: the very words, kept once by their hash.
create table privacy.notice (
  tenant_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  code text not null,
  locale text not null,
  text text not null,
  first_shown_at timestamptz not null,
  primary key (tenant_id, hash)
);
create index notice_code on privacy.notice (tenant_id, code, first_shown_at);
select tenancy.append_only('privacy.notice');

-- What somebody answered. Three kinds that are never mixed: only consent opens purposes that rest on consent.
create table privacy.consent_event (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('consent', 'acknowledgement', 'contract')),
  topic text not null,
  number integer not null check (number > 0),
  state text not null,
  version text,
  notice_hash text,
  locale text not null,
  ui text not null,
  jurisdiction text not null,
  actor_kind text not null,
  actor_id uuid,
  evidence jsonb not null,
  parent_id uuid,
  happened_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject_id, kind, topic, number),
  foreign key (tenant_id, subject_id) references privacy.subject (tenant_id, id),
  foreign key (tenant_id, notice_hash) references privacy.notice (tenant_id, hash),
  foreign key (tenant_id, parent_id) references privacy.consent_event (tenant_id, id),
  check (
    (kind = 'consent' and state in ('granted', 'withdrawn', 'refused', 'objected'))
    or (kind = 'acknowledgement' and state in ('seen', 'continued'))
    or (kind = 'contract' and state = 'accepted')
  )
);
create index consent_event_topic on privacy.consent_event (tenant_id, kind, topic, subject_id, number desc);
select tenancy.append_only('privacy.consent_event');

-- Which parts of the shop that leave something in a browser beyond the essential are turned on here.
create table privacy.browser_feature (
  tenant_id uuid not null,
  feature text not null,
  in_use boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, feature)
);
select tenancy.wall('privacy.browser_feature');
