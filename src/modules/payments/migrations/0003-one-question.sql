-- The same net as before, with one question instead of two.
create or replace function payments.allocation_adds_up() returns trigger language plpgsql as $$
declare
  wanted uuid;
begin
  if tg_table_name = 'payment' then
    wanted := new.id;
  else
    wanted := new.payment_id;
  end if;
  perform from payments.payment p
    cross join lateral (
      select sum(a.amount_minor) as amount, sum(a.authorised_minor) as authorised, sum(a.captured_minor) as captured,
        sum(a.refunded_minor) as refunded
      from payments.payment_allocation a where a.tenant_id = p.tenant_id and a.payment_id = p.id
    ) parts
    where p.tenant_id = new.tenant_id and p.id = wanted
      and (parts.amount, parts.authorised, parts.captured, parts.refunded)
        is distinct from (p.amount_minor, p.authorised_minor, p.captured_minor, p.refunded_minor);
  if found then
    raise exception 'the shares of payment % do not add up to it', wanted using errcode = '23514';
  end if;
  return null;
end
$$;
