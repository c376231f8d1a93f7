/**
 * What people may ask of us about their data: requests from whichever door, with proof of who asks, a clock and an answer.
 * One engine for every right and every door; what it finds and does about a person it asks of persons.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { jobs } from './jobs.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export { approveRequest, readAs } from './approve-request.ts';
export { askAs, askUnproven, follow, mailLink, sittingAt, sittingOf, unlock } from './at-the-door.ts';
export type { Ask, Visit } from './at-the-door.ts';
export { callOff, lookAtUndo } from './call-off.ts';
export { carryOut, carryOutDue } from './carry-out.ts';
export { watchClock } from './clock.ts';
export { answerRequest, refuseRequest, revokeRequest } from './close-request.ts';
export { extendRequest } from './extend-request.ts';
export { facts as rightsFacts } from './facts.ts';
export { nameOf, saidEnd, saidGround } from './kept-words.ts';
export { getRequest, listRequests, ownRequest, requestsFrom, waitingRequests } from './list-requests.ts';
export type { OpenedRequest, OwnRequest } from './list-requests.ts';
export { aRequest, aSitting } from './makers.ts';
export { openRequest } from './open-request.ts';
export type { Asking } from './open-request.ts';
export type { Outcome, OutcomeNode, Told } from './outcome.ts';
export { fetchPackage, lookAtPackage } from './package.ts';
export { peopleUnder } from './people.ts';
export type { People } from './people.ts';
export { centreCookie, endedCentreCookie } from './privacy-cookie.ts';
export { lookAtLink, proveControl } from './prove-control.ts';
export { kinds } from './request.ts';
export type { Door, Kind, RequestId, State } from './request.ts';
export { askForLink, enterWithPassword, findSitting, leaveSitting } from './sitting.ts';
export type { Sitting } from './sitting.ts';
export { openSmtpInbox } from './smtp-inbox.ts';

export const rightsModule: Module = { name: 'rights', tables, stores, facts, jobs, reactions, routes };
