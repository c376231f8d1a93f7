-- Companies hear also that data are only to be kept, and that they may be used again. Source: GDPR art. 19.
alter table persons.erasure drop constraint erasure_because_check;

alter table persons.erasure add constraint erasure_because_check
  check (because in ('asked', 'clock', 'minor', 'staff', 'restored', 'corrected', 'restricted', 'released'));

-- Who is only told of is not erased.
alter table persons.erasure drop constraint erasure_erased_before_fulfilled;

alter table persons.erasure add constraint erasure_erased_before_fulfilled
  check (state <> 'fulfilled' or erased_at is not null or because in ('corrected', 'restricted', 'released'));
