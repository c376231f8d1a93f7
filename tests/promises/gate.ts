/** What is promised about who gets what from us: other companies through the gate, and people their news. */
import type { TestContext } from 'node:test';
import {
  agreementsBindAndEnd,
  bordersNeedABasis,
  clausesCarryTransfers,
  dataStayInEurope,
  fieldsByAllowList,
  importedPeopleAreNotAdvertisedTo,
  listsLeaveOutWhoAsked,
  movingClosesTheGate,
  nothingIsSold,
  othersServeThreeEnds,
  reviewsCloseTheGate,
  strangersGetNothing,
} from './gate-companies.ts';
import {
  aFourthEndIsAFault,
  buyersAreNoRecipients,
  europeIsMeant,
  everyCompanyIsNamed,
  importedDataServeNoMarketing,
  transfersAreNamed,
} from './gate-compiled.ts';
import {
  everyCellIsAChoice,
  everyDoorEndsNews,
  everyNewsHasAWayOut,
  everyWayHasItsStop,
  newsNeedABasis,
  ordersAreWrittenAboutAllTheSame,
  serviceGoesOnWithoutAdvertising,
} from './gate-news.ts';
import type { Check, Checks } from './promise.ts';

type Run = Check['run'];

/** One trial after the other, for promises that both the compiler and the gate keep. */
const both =
  (first: Run, second: Run): Run =>
  async (t: TestContext) => {
    await first(t);
    await second(t);
  };

const basis = { tries: 'news reach those whose yes is recorded, with the words they saw, and nobody else' };
const doors = 'five doors, each ends what waits and what comes; looking ends nothing';
const marketEnds = { tries: doors, run: everyDoorEndsNews('k7tracks') };
const tradeEnds = { tries: doors, run: everyDoorEndsNews('k-commerce') };
const rentedEnds = { tries: doors, run: everyDoorEndsNews('opencrm') };
const papers = 'without the clauses, their module or the assessment not a byte leaves';
const reviews = {
  tries: 'a late review is an alarm, then closes the gate until somebody has looked',
  run: reviewsCloseTheGate,
};
const tradeClauses = clausesCarryTransfers('k-commerce');
const europe = {
  tries:
    'who is outside of Europe gets no byte unless the merchant connected it, and else no policy compiles',
  run: both(dataStayInEurope, europeIsMeant),
};

export const gateChecks: Checks = {
  'OK-6': {
    tries: 'who stopped everything buys and hears of the order',
    run: ordersAreWrittenAboutAllTheSame,
  },
  'OK-8': { ...basis, run: newsNeedABasis('openkommerce') },
  'OK-9': { tries: doors, run: everyDoorEndsNews('openkommerce') },
  'OK-10': {
    tries: 'a company nobody agreed with gets no byte, by whatever means',
    run: strangersGetNothing,
  },
  'OK-11': {
    tries: 'an agreement opens its purposes until its day; then the operator has a letter',
    run: agreementsBindAndEnd,
  },
  'K7-20': { tries: 'each way has its stop, and all of them have one', run: everyWayHasItsStop },
  'K7-24': {
    tries: 'shipping gets an address and no history, payment a reference and no address',
    run: fieldsByAllowList('k7tracks'),
  },
  'K7-35': marketEnds,
  'K7-42': {
    tries: 'a country without a basis gets no byte, and no policy compiles over it',
    run: both(bordersNeedABasis, transfersAreNamed('k7tracks', 'K7-42')),
  },
  'K7-43': { tries: papers, run: clausesCarryTransfers('k7tracks') },
  'K7-44': reviews,
  'KC-7': tradeEnds,
  'KC-14': {
    tries: 'who came with a channel gets no advertising whatever they allowed; declaring it is a fault',
    run: both(importedPeopleAreNotAdvertisedTo, importedDataServeNoMarketing),
  },
  'KC-21': {
    tries: 'nobody can be agreed with as a buyer, and a policy with one does not compile',
    run: both(nothingIsSold('k-commerce'), buyersAreNoRecipients('k-commerce', 'KC-21')),
  },
  'KC-27': tradeEnds,
  'KC-28': {
    tries: 'a letter about an order comes all the same, and cannot carry advertising',
    run: serviceGoesOnWithoutAdvertising,
  },
  'KC-42': europe,
  'KC-43': {
    tries: 'a transfer without a basis keeps the policy from being published',
    run: transfersAreNamed('k-commerce', 'KC-43'),
  },
  'KC-44': { tries: papers, run: tradeClauses },
  'KC-45': reviews,
  'KC-46': europe,
  'KC-47': {
    tries: 'a company that moves gets no byte more, and the operator hears of it',
    run: movingClosesTheGate,
  },
  'OC-2': {
    tries: 'nobody can be agreed with as a buyer, and a policy with one does not compile',
    run: both(nothingIsSold('opencrm'), buyersAreNoRecipients('opencrm', 'OC-2')),
  },
  'OC-5': {
    tries: 'calls, faxes and letters leave out who asked, by person and by number',
    run: listsLeaveOutWhoAsked,
  },
  'OC-30': { ...basis, run: newsNeedABasis('opencrm') },
  'OC-31': rentedEnds,
  'OC-44': {
    tries: 'for a fourth end not a byte leaves, and no policy compiles over it',
    run: both(othersServeThreeEnds, aFourthEndIsAFault),
  },
  'OC-48': { tries: 'each topic and sender that was chosen arrives, and no other', run: everyCellIsAChoice },
  'OC-49': {
    tries: 'each mail with news has its foot and its headers, and they work',
    run: everyNewsHasAWayOut,
  },
  'OC-50': rentedEnds,
  'KS-13': {
    tries: 'each company gets its fields, and a list that ends in "and others" does not compile',
    run: both(fieldsByAllowList('koopseri'), everyCompanyIsNamed),
  },
};
