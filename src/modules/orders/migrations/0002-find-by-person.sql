-- Everything about one person is found without reading everybody's: for copies, corrections and erasures.
create index parcel_buyer on orders.parcel (tenant_id, buyer_id);

create index note_buyer on orders.note (tenant_id, buyer_id);
