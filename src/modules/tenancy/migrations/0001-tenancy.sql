grant usage on schema tenancy to kontor_runtime;

-- What is unique across tenants lives in small reference tables (rule 4).
create table tenancy.tenant (
  id uuid not null primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  profile text not null,
  demo boolean not null,
  created_at timestamptz not null
);
grant select, insert on tenancy.tenant to kontor_runtime;

create table tenancy.host (
  host text not null primary key check (host = lower(host)),
  tenant uuid not null references tenancy.tenant (id) on delete cascade,
  created_at timestamptz not null
);
grant select, insert, delete on tenancy.host to kontor_runtime;

-- How a shop is set up. The legal entity is public: it stands in the imprint and on every mail.
create table tenancy.shop (
  tenant_id uuid not null,
  version integer not null,
  name text not null,
  tagline text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  locale text not null check (locale in ('en', 'de')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  prices_include_tax boolean not null,
  accent_hue integer not null check (accent_hue between 0 and 359),
  legal_name text not null,
  legal_address text not null,
  legal_country text not null,
  vat_id text,
  registration text,
  contact_email text not null,
  contact_phone text,
  mail_from text not null,
  bank_holder text,
  bank_iban text,
  bank_bic text,
  updated_at timestamptz not null,
  primary key (tenant_id)
);
select tenancy.wall('tenancy.shop');

-- Which shop answers to a host, in one round trip; enters the tenant, so the wall holds here too.
create function tenancy.shop_at(asked_host text)
  returns table (id uuid, slug text, profile text, demo boolean, name text, currency text, locale text, country text,
                 prices_include_tax boolean, accent_hue integer) language plpgsql as $$
declare
  found_tenant uuid;
begin
  select h.tenant into found_tenant from tenancy.host h where h.host = asked_host;
  if found_tenant is null then return; end if;
  perform tenancy.enter(found_tenant);
  return query select t.id, t.slug, t.profile, t.demo, s.name, s.currency, s.locale, s.country, s.prices_include_tax, s.accent_hue
    from tenancy.tenant t join tenancy.shop s on s.tenant_id = t.id and s.tenant_id = found_tenant where t.id = found_tenant;
end
$$;
