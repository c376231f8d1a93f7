/**
 * Privacy: the registry's gates, the vault, the audit log and the door out.
 * Everything that holds personal data stands on this module; it imports no other.
 */
import type { Module, Prover } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { proveAudit, sealAudit } from './audit.ts';
import { consentFacts } from './consent-facts.ts';
import { consentStore } from './consent-items.ts';
import { egressFacts } from './facts-egress.ts';
import { egressJobs } from './egress-jobs.ts';
import { egressRoutes } from './routes-egress.ts';
import { choiceRoutes, consentRoutes } from './routes-consent.ts';
import { consentDeskRoutes } from './routes-consent-desk.ts';
import { securityLogProver } from './forget-security-log.ts';
import { securityLogJobs } from './jobs-security-log.ts';
import { routes } from './routes.ts';
import { securityLogRoutes } from './routes-security-log.ts';
import { tables } from './tables.ts';
import * as vaultVerbs from './vault.ts';

export { auditHead, proveAnchors } from './anchor.ts';
export type { Anchor } from './anchor.ts';
export { proveAudit, recordAudit, sealAudit } from './audit.ts';
export { acceptContract, acknowledge } from './consent-acknowledge.ts';
export type { Asked } from './consent-answer.ts';
export { judgeBrowser, settleWishes } from './consent-browser.ts';
export { readChoices, writeChoices } from './consent-cookie.ts';
export { consentFacts } from './consent-facts.ts';
export { featuresInUse, listFeatures, useFeature } from './consent-features.ts';
export { grantConsent } from './consent-grant.ts';
export { consentCounts, consentHistory, consentsOf, hasConsent, hasObjected } from './consent-read.ts';
export { receiptOf } from './consent-receipt.ts';
export type { Receipt } from './consent-receipt.ts';
export { objectTo, refuseConsent, withdrawConsent } from './consent-withdraw.ts';
export { chooseForBrowser } from './consent-choose.ts';
export { rememberGpc } from './consent-gpc.ts';
export { choicesCookie, choicesIn, consentItems } from './consent-items.ts';
export { categoryWords } from './consent-words.ts';
export { askedCategories, purposeOfCategory } from './consent.ts';
export type {
  AskedCategory,
  Choices,
  CookieWish,
  ConsentEvent,
  ConsentEventId,
  ConsentNow,
  Settled,
} from './consent.ts';
export { findNotice, keepNotice } from './notice.ts';
export { collectionPoints, contextualNotice } from './notice-words.ts';
export type { CollectionPoint } from './notice-words.ts';
export { isReviewDue, maySell, reviewGraceDays } from './agreement.ts';
export { agreementFault } from './agreement-fault.ts';
export type { Agreement, AgreementFault, TransferPaper } from './agreement.ts';
export { eea } from './agreement-transfer.ts';
export {
  endAgreement,
  findOpenAgreement,
  listAgreements,
  pauseAgreement,
  resumeAgreement,
  reviewAgreement,
  saveAgreement,
  seedAgreement,
} from './agreement-register.ts';
export type { ListedAgreement, NewAgreement } from './agreement-register.ts';
export { disclosuresOf, listDisclosures } from './disclosure-ledger.ts';
export type { DisclosureLine } from './disclosure.ts';
export { closeTheDoors, infrastructureOf } from './egress-guard.ts';
export { egress } from './egress-face.ts';
export { hostOf } from './egress-fetch.ts';
export { readInbox } from './egress-inbox.ts';
export type {
  GateFault,
  HttpParcel,
  MailDoor,
  Parcel,
  Reply,
  Sent,
  TakenFrom,
  Verdict,
} from './egress-face.ts';
export { egressFacts } from './facts-egress.ts';
export { arrivalsOf, declareIngress, knownIngress, receive, recordArrival } from './ingress.ts';
export type { IngressSpec, Received } from './ingress.ts';
export { doors, preferenceChannels, preferenceSenders, preferenceTopics, wishFor } from './preference.ts';
export type {
  Cell,
  Door,
  Preference,
  PreferenceChannel,
  PreferenceSender,
  PreferenceTopic,
  Wish,
} from './preference.ts';
export { mayReach, preferencesOf, setPreference, stopAll } from './preference-verbs.ts';
export type { ReachAnswer, ReachCell } from './preference-verbs.ts';
export { preferenceNotice } from './preference-words.ts';
export { declareProcessor, knownProcessors } from './processor.ts';
export { isSuppressed, liftSuppression, suppress } from './suppression.ts';
export type { AgreementId, DisclosureId } from './tables-egress.ts';
export { mayGive } from './third-parties.ts';
export { isTombstoned, layTombstone } from './tombstone.ts';
export type { Identifier } from './tombstone.ts';
export { tablesThatLeak } from './foreign-tenant.ts';
export { bootFaults, registryFaults } from './gate.ts';
export type { Declared } from './gate.ts';
export { listConsents } from './list-consents.ts';
export { listAudit } from './list-audit.ts';
export { openKeystore } from './keystore.ts';
export { knownKeystoreFiles } from './keystore-migrate.ts';
export type { Keystore } from './keystore.ts';
export { contactsOf } from './contacts.ts';
export type { Contact } from './contacts.ts';
export { heldWithin } from './disclosable.ts';
export type { HeldValue } from './disclosable.ts';
export { categoriesIn, gather, looksAt, readingsBy, sentTo } from './readings.ts';
export type { Exposure } from './readings.ts';
export { readSecurityLog } from './read-security-log.ts';
export { storeNoticed } from './write-security-log.ts';
export type { SecurityEntry } from './read-security-log.ts';
export { scanDatabase, scanFolder, scanText } from './residue.ts';
export type { Residue } from './residue.ts';
export { environmentRootKey, fileRootKey, kmsRootKey, unwrapWith, wrapWith } from './root-key.ts';
export type { RootKey } from './root-key.ts';
export { SealBroken, opening, sealing } from './sealed-stream.ts';

/** Seals and opens personal data; see vault.ts for each verb. */
export const vault = vaultVerbs;

const auditProver: Prover = {
  name: 'audit',
  says: 'the audit log is whole: no sealed entry was changed, removed or moved',
  prove: proveAudit,
};

export const privacyModule: Module = {
  name: 'privacy',
  tables,
  facts: { ...consentFacts, ...egressFacts },
  provers: [auditProver, securityLogProver],
  jobs: [
    ...egressJobs,
    ...securityLogJobs,
    {
      name: 'seal-audit',
      everySeconds: 30,
      run: async (house, tenant) => {
        await unitOfWork(
          house,
          { tenant, actor: { kind: 'system', id: 'privacy.seal-audit', purpose: 'security' } },
          sealAudit,
        );
      },
    },
  ],
  stores: [consentStore],
  routes: (http) => {
    for (const add of [
      routes,
      choiceRoutes,
      consentRoutes,
      consentDeskRoutes,
      egressRoutes,
      securityLogRoutes,
    ])
      add(http);
  },
};
