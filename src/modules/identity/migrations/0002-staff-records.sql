-- What a colleague promised and learnt, and until when it counts: reading people unmasked ends with it.
create table identity.staff_record (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  subject_id uuid not null,
  duty text not null check (duty in ('confidentiality', 'training')),
  how text not null check (how in ('grace', 'joined', 'signed', 'recorded')),
  text_version text,
  evidence bytea,
  recorded_by uuid,
  done_at timestamptz not null,
  valid_until timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id) on delete cascade
);
create index staff_record_account on identity.staff_record (tenant_id, account_id, duty, valid_until);
select tenancy.wall('identity.staff_record');

-- As before, with the session that a reading is recorded under and the moment at which reading people unmasked ends.
drop function identity.find_visitor(uuid, bytea, text, timestamptz, interval);
create function identity.find_visitor(tenant uuid, hash bytea, side text, at timestamptz, lifetime interval)
  returns table (account_id uuid, subject_id uuid, email_verified boolean, permissions text[], session_id uuid, unmask_until timestamptz)
  language plpgsql as $$
declare
  held record;
begin
  perform tenancy.enter(tenant);
  select s.id, s.seen_at, a.id as account, a.subject_id as subject, a.email_verified as verified into held
    from identity.session s
    join identity.account a on a.tenant_id = tenant and a.id = s.account_id
    where s.tenant_id = tenant and s.token_hash = hash and s.kind = side and s.expires_at > at and a.state = 'active';
  if not found then
    return;
  end if;
  if held.seen_at < at - interval '15 minutes' then
    update identity.session s set seen_at = at, expires_at = at + lifetime where s.tenant_id = tenant and s.id = held.id;
  end if;
  return query select held.account, held.subject, held.verified,
    coalesce((select array_agg(distinct granted.permission)
      from identity.membership m
      join identity.role r on r.tenant_id = tenant and r.id = m.role_id
      cross join lateral unnest(r.permissions) as granted (permission)
      where m.tenant_id = tenant and m.account_id = held.account), '{}'::text[]),
    held.id,
    (select case when count(kept.duty) < 2 then 'epoch'::timestamptz else min(kept.until) end
      from (select k.duty, max(k.valid_until) as until
        from identity.staff_record k
        where k.tenant_id = tenant and k.account_id = held.account group by k.duty) as kept);
end
$$;
