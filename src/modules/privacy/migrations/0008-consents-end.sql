-- Since when nobody is behind a person's row any more: what proves that they once agreed ages from here.
alter table privacy.subject add column ended_at timestamptz;
alter table privacy.subject no force row level security;
update privacy.subject set ended_at = now() where state = 'erased';
alter table privacy.subject force row level security;

-- An answer that was replaced ends before the one that replaced it.
alter table privacy.consent_event drop constraint consent_event_tenant_id_parent_id_fkey;
select tenancy.endable('privacy.consent_event', 'happened_at', '1094 days');
