/**
 * Privacy: the registry's gates, the vault, the audit log and the door out.
 * Everything that holds personal data stands on this module; it imports no other.
 */
import type { Module, Prover } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { proveAudit, sealAudit } from './audit.ts';
import { consentFacts } from './consent-facts.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';
import * as vaultVerbs from './vault.ts';

export { recordAudit, sealAudit } from './audit.ts';
export { acceptContract, acknowledge } from './consent-acknowledge.ts';
export type { Asked } from './consent-answer.ts';
export { consentFacts } from './consent-facts.ts';
export { grantConsent } from './consent-grant.ts';
export { consentCounts, consentHistory, consentsOf, hasConsent, hasObjected } from './consent-read.ts';
export { receiptOf } from './consent-receipt.ts';
export type { Receipt } from './consent-receipt.ts';
export { objectTo, refuseConsent, withdrawConsent } from './consent-withdraw.ts';
export type { ConsentEvent, ConsentEventId, ConsentNow } from './consent.ts';
export { findNotice, keepNotice } from './notice.ts';
export { mailTransport } from './egress.ts';
export { tablesThatLeak } from './foreign-tenant.ts';
export { bootFaults, registryFaults } from './gate.ts';
export type { Declared } from './gate.ts';
export { listAudit } from './list-audit.ts';
export { openKeystore } from './keystore.ts';
export type { Keystore } from './keystore.ts';
export { scanDatabase, scanFolder, scanText } from './residue.ts';
export type { Residue } from './residue.ts';
export { environmentRootKey, fileRootKey, kmsRootKey } from './root-key.ts';
export type { RootKey } from './root-key.ts';

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
  facts: { ...consentFacts },
  provers: [auditProver],
  jobs: [
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
  routes,
};
