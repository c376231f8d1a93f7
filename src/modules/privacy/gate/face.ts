import { begin, enter, settle } from './disclosure-ledger.ts';
import { check, checkPeople } from './check.ts';
import { fetchPublic } from './fetch.ts';
import { send } from './send.ts';
import { mailDoor } from '../egress.ts';

export type { GateFault, Parcel, TakenFrom, Verdict } from './check.ts';
export type { HttpParcel, Sent } from './send.ts';
export type { MailDoor, Reply } from '../egress.ts';

/**
 * The gate: `check` judges, `enter` judges and writes into the ledger with the job that will send, `send` judges again
 * and sends. Mails, which have a job of their own, `begin` and `settle` their ledger line around the `mailDoor`.
 */
export const egress = { check, checkPeople, enter, begin, settle, send, fetchPublic, mailDoor };
