-- Everything about one person is found without reading everybody's: for copies, corrections and erasures.
create index credential_subject on identity.credential (tenant_id, subject_id);

create index session_subject on identity.session (tenant_id, subject_id);

create index verification_account on identity.verification (tenant_id, account_id);

create index address_subject on identity.address (tenant_id, subject_id);

create index invitation_subject on identity.invitation (tenant_id, subject_id);

create index staff_record_subject on identity.staff_record (tenant_id, subject_id);
