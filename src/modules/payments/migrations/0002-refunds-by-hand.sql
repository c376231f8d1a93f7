-- A refund that the provider refused for good is sent by hand like one that always was.
drop index payments.refund_by_hand;

create index refund_by_hand on payments.refund (tenant_id, requested_at) where state in ('manual', 'failed');
