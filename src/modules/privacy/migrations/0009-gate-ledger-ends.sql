-- Who takes over the process cannot hide what it sent: rows of the gate's ledger go when they are three years old, by
-- retention.end_rows and nothing else. A row's age and what was sent to whom never change, so that none can be made old.
alter table privacy.disclosure_subject add column queued_at timestamptz;
alter table privacy.disclosure no force row level security;
alter table privacy.disclosure_subject no force row level security;
update privacy.disclosure_subject as person set queued_at = coalesce(
  (select ledger.queued_at from privacy.disclosure as ledger where ledger.tenant_id = person.tenant_id and ledger.id = person.disclosure_id), now());
alter table privacy.disclosure force row level security;
alter table privacy.disclosure_subject force row level security;
alter table privacy.disclosure_subject alter column queued_at set not null;

select tenancy.endable_with_its_log('privacy.disclosure', 'queued_at', '1094 days');
select tenancy.append_only('privacy.disclosure_subject');
select tenancy.endable('privacy.disclosure_subject', 'queued_at', '1094 days');

-- What the last check before sending may say anew, and what came of it.
revoke update on privacy.disclosure from kontor_runtime;
grant update (host, agreement_id, basis, country, mechanism, at, outcome, code, attempts) on privacy.disclosure to kontor_runtime;
