/**
 * Who someone is: accounts, sign-in, sessions, address books, staff and their roles.
 * Buyers and staff are apart: two kinds of account, two cookies, two passwords. Guests need none of it.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { ownerProver } from './prove-owners.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export type { AccountId, AddressId, RoleId, SessionId } from './account.ts';
export { ageAtCheckout, checkAge, requiredAge } from './age-gate.ts';
export { changeAddress, listAddresses, removeAddress, saveAddress } from './address-book.ts';
export type { SavedAddress } from './address-book.ts';
export { knowsPassword } from './adapter-credential.ts';
export { changeEmail, changePassword } from './change-sign-in.ts';
export { listCustomers } from './customers.ts';
export {
  askForLink,
  askForReset,
  count as countTries,
  deviceOf,
  enter,
  leave,
  openAccount,
  proveAddress,
  setNewPassword,
  tokenOf,
} from './door.ts';
export { sessionCookie } from './cookies.ts';
export { callerOf } from './device.ts';
export type { Knock } from './door.ts';
export { facts as identityFacts } from './facts.ts';
export { findUnverifiedSubjectByEmail, findVerifiedSubjectByEmail, getAccount } from './find-account.ts';
export type { Account } from './find-account.ts';
export { findVisitor } from './find-visitor.ts';
export {
  dutiesOf,
  listDuties,
  listStaffRecords,
  mayUnmask,
  recordDuty,
  refuseLapsed,
  rolesBySubject,
  signConfidentiality,
  staffWith,
} from './keep-duties.ts';
export type { AbleColleague, KeptRecord, MayUnmask } from './keep-duties.ts';
export { countTry, refuseOverdrawn } from './limits.ts';
export { anAccount, aColleague, goodPassword } from './makers.ts';
export { createOwner } from './open-staff-account.ts';
export { changeProfile } from './profile.ts';
export { asTheHouse, countReveal, maskName, RevealReasonShape } from './reveal.ts';
export type { RevealReason } from './reveal.ts';
export { DutyShape } from './routes-duties.ts';
export { shippedRoles } from './roles.ts';
export { seedRoles } from './roles-of-shop.ts';
export { daysAfter, endingDays, staffDuties, undertaking } from './staff-record.ts';
export type { DutyState, StaffDuty } from './staff-record.ts';
export { listDevices, revokeDevice, revokeOtherDevices } from './sessions.ts';
export { walkAccounts } from './walk-accounts.ts';
export type { Holder } from './walk-accounts.ts';

export const identityModule: Module = {
  name: 'identity',
  tables,
  stores,
  facts,
  jobs,
  reactions,
  provers: [ownerProver],
  routes,
};
