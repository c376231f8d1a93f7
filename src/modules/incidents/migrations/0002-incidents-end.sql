-- Three years after an incident was closed, or a request of an authority decided, and nothing was written to it since.
select tenancy.endable('incidents.event', 'happened_at', '1094 days');
select tenancy.endable('incidents.notice', 'at', '1094 days');
select tenancy.endable('incidents.record', 'created_at', '1094 days');
select tenancy.endable('incidents.legal_event', 'happened_at', '1094 days');
select tenancy.endable_with_its_log('incidents.incident', 'closed_at', '1094 days');
select tenancy.endable_with_its_log('incidents.legal_request', 'decided_at', '1094 days');
