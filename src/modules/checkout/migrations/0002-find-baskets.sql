-- Whoever left an address in a basket and never ordered is found by it: for a copy of their data, and to be forgotten.
alter table checkout.cart add column email_index bytea;

create index cart_email on checkout.cart (tenant_id, email_index) where email_index is not null;
