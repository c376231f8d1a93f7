/**
 * Privacy: the registry's gates, the vault, the audit log and the door out.
 * Everything that holds personal data stands on this module; it imports no other.
 *
 * `consent/` is what people agreed to, `gate/` what may leave and to whom, `audit/` who did and opened what,
 * `security-log/` who came to the doors. At the top is what all four stand on, and the one door out, `egress.ts`.
 */
import type { Module, Prover } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { proveAudit, sealAudit } from './audit/audit.ts';
import { consentFacts } from './consent/facts.ts';
import { consentStore } from './consent/items.ts';
import { egressFacts } from './gate/facts.ts';
import { egressJobs } from './gate/jobs.ts';
import { egressRoutes } from './gate/routes.ts';
import { choiceRoutes, consentRoutes } from './consent/routes.ts';
import { consentDeskRoutes } from './consent/routes-desk.ts';
import { securityLogProver } from './security-log/forget.ts';
import { securityLogJobs } from './security-log/jobs.ts';
import { routes } from './audit/routes.ts';
import { securityLogRoutes } from './security-log/routes.ts';
import { tables } from './tables.ts';
import * as vaultVerbs from './vault.ts';

export { auditHead, proveAnchors } from './audit/anchor.ts';
export type { Anchor } from './audit/anchor.ts';
export { proveAudit, recordAudit, sealAudit } from './audit/audit.ts';
export { acceptContract, acknowledge } from './consent/acknowledge.ts';
export type { Asked } from './consent/answer.ts';
export { judgeBrowser, settleWishes } from './consent/browser.ts';
export { readChoices, writeChoices } from './consent/cookie.ts';
export { consentFacts } from './consent/facts.ts';
export { featuresInUse, listFeatures, useFeature } from './consent/features.ts';
export { grantConsent } from './consent/grant.ts';
export { consentCounts, consentHistory, consentsOf, hasConsent, hasObjected } from './consent/read.ts';
export { receiptOf } from './consent/receipt.ts';
export type { Receipt } from './consent/receipt.ts';
export { objectTo, refuseConsent, withdrawConsent } from './consent/withdraw.ts';
export { chooseForBrowser } from './consent/choose.ts';
export { rememberGpc } from './consent/gpc.ts';
export { choicesCookie, choicesIn, consentItems } from './consent/items.ts';
export { categoryWords } from './consent/words.ts';
export { askedCategories, purposeOfCategory } from './consent/consent.ts';
export type {
  AskedCategory,
  Choices,
  CookieWish,
  ConsentEvent,
  ConsentEventId,
  ConsentNow,
  Settled,
} from './consent/consent.ts';
export { findNotice, keepNotice } from './consent/notice.ts';
export { collectionPoints, contextualNotice } from './consent/notice-words.ts';
export type { CollectionPoint } from './consent/notice-words.ts';
export { isReviewDue, maySell, reviewGraceDays } from './gate/agreement.ts';
export { agreementFault } from './gate/agreement-fault.ts';
export type { Agreement, AgreementFault, TransferPaper } from './gate/agreement.ts';
export { eea } from './gate/agreement-transfer.ts';
export {
  endAgreement,
  findOpenAgreement,
  listAgreements,
  pauseAgreement,
  resumeAgreement,
  reviewAgreement,
  saveAgreement,
  seedAgreement,
} from './gate/agreement-register.ts';
export type { ListedAgreement, NewAgreement } from './gate/agreement-register.ts';
export { disclosuresOf, listDisclosures } from './gate/disclosure-ledger.ts';
export type { DisclosureLine } from './gate/disclosure.ts';
export { closeTheDoors, infrastructureOf } from './egress-guard.ts';
export { egress } from './gate/face.ts';
export { hostOf } from './gate/fetch.ts';
export { readInbox } from './gate/inbox.ts';
export type {
  GateFault,
  HttpParcel,
  MailDoor,
  Parcel,
  Reply,
  Sent,
  TakenFrom,
  Verdict,
} from './gate/face.ts';
export { egressFacts } from './gate/facts.ts';
export { arrivalsOf, declareIngress, knownIngress, receive, recordArrival } from './gate/ingress.ts';
export type { IngressSpec, Received } from './gate/ingress.ts';
export {
  doors,
  preferenceChannels,
  preferenceSenders,
  preferenceTopics,
  wishFor,
} from './gate/preference.ts';
export type {
  Cell,
  Door,
  Preference,
  PreferenceChannel,
  PreferenceSender,
  PreferenceTopic,
  Wish,
} from './gate/preference.ts';
export { mayReach, preferencesOf, setPreference, stopAll } from './gate/preference-verbs.ts';
export type { ReachAnswer, ReachCell } from './gate/preference-verbs.ts';
export { preferenceNotice } from './gate/preference-words.ts';
export { declareProcessor, knownProcessors } from './gate/processor.ts';
export { isSuppressed, liftSuppression, suppress } from './gate/suppression.ts';
export type { AgreementId, DisclosureId } from './gate/tables.ts';
export { mayGive } from './gate/third-parties.ts';
export { isTombstoned, layTombstone } from './gate/tombstone.ts';
export type { Identifier } from './gate/tombstone.ts';
export { tablesThatLeak } from './gate/foreign-tenant.ts';
export { bootFaults, registryFaults } from './gate/gate.ts';
export type { Declared } from './gate/gate.ts';
export { listConsents } from './consent/list-consents.ts';
export { listAudit } from './audit/list-audit.ts';
export { openKeystore } from './keystore.ts';
export { knownKeystoreFiles } from './keystore-migrate.ts';
export type { Keystore } from './keystore.ts';
export { contactsOf } from './contacts.ts';
export type { Contact } from './contacts.ts';
export { heldWithin } from './gate/disclosable.ts';
export type { HeldValue } from './gate/disclosable.ts';
export { categoriesIn, gather, looksAt, readingsBy, sentTo } from './audit/readings.ts';
export type { Exposure } from './audit/readings.ts';
export { readSecurityLog } from './security-log/read.ts';
export { storeNoticed } from './security-log/write.ts';
export type { SecurityEntry } from './security-log/read.ts';
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
