-- That companies hear of a correction is kept beside what they hear of an erasure: the same nodes, tries and receipts.
alter table persons.erasure drop constraint erasure_because_check;

alter table persons.erasure add constraint erasure_because_check
  check (because in ('asked', 'clock', 'minor', 'staff', 'restored', 'corrected'));

-- Who only hears of a correction is not erased.
alter table persons.erasure drop constraint erasure_check1;

alter table persons.erasure add constraint erasure_erased_before_fulfilled
  check (state <> 'fulfilled' or erased_at is not null or because = 'corrected');
