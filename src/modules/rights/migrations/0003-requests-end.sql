-- Three years after a request was answered nobody asks any more how.
select tenancy.endable('rights.event', 'happened_at', '1094 days');
