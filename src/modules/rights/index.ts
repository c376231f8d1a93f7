/**
 * What people may ask of us about their data: requests from whichever door, with proof of who asks, a clock and an answer.
 * One engine for every right and every door; what it finds and does about a person it asks of persons.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { stores, tables } from './tables.ts';

export { approveRequest, readAs } from './approve-request.ts';
export { answerRequest, refuseRequest, revokeRequest } from './close-request.ts';
export { extendRequest } from './extend-request.ts';
export { facts as rightsFacts } from './facts.ts';
export { openRequest } from './open-request.ts';
export type { Asking } from './open-request.ts';
export { proveControl } from './prove-control.ts';
export { askForLink, enterWithPassword, findSitting, leaveSitting } from './sitting.ts';
export type { Sitting } from './sitting.ts';
export { openSmtpInbox } from './smtp-inbox.ts';

export const rightsModule: Module = { name: 'rights', tables, stores, facts };
