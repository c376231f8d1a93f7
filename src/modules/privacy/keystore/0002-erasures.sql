-- Whose data may only be kept, used for their rights, the books and security. Source: GDPR art. 18.
create table keys.restricted_subject (
  tenant_id uuid not null,
  subject_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, subject_id)
);

-- Whose keys were destroyed, and when. It lives apart from the data, so that an old backup of the data cannot bring
-- somebody back: whoever restores one reads here whom to erase again.
create table keys.erasure (
  tenant_id uuid not null,
  subject_id uuid not null,
  classes text[] not null,
  erased_at timestamptz not null,
  primary key (tenant_id, subject_id)
);
create index erasure_since on keys.erasure (tenant_id, erased_at);
