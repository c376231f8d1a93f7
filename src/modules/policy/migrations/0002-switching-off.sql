-- Who has asked to do without the second yes: it takes effect when a colleague asks for it, too.
alter table policy.setting add column off_asked_by uuid;
