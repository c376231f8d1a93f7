import type { Category, Purpose, Said } from './registry.ts';

/** What another company does for the shop. `sale` exists so that it can be refused by name. */
export type ProcessorRole =
  | 'mail'
  | 'payment'
  | 'shipping'
  | 'tracking'
  | 'channel'
  | 'accounting'
  | 'hosting'
  | 'tax check'
  | 'pictures'
  | 'analytics'
  | 'advertising'
  | 'partner'
  | 'sale';

/** How a transfer out of the European Economic Area is allowed. Source: GDPR art. 44–49. */
export type Mechanism = 'inside the EEA' | 'adequacy' | 'scc' | 'none';

/** How an erasure reaches a company that got the data. Source: GDPR art. 19. */
export type ErasureMethod =
  | 'api_sync' /* it answers at once */
  | 'api_async' /* it confirms later */
  | 'api_human' /* a human there confirms later */
  | 'manual' /* our staff write to it and keep the evidence */
  | 'lapses'; /* it keeps nothing, or deletes by itself after a time */

/**
 * A company that receives personal data for the shop, or may. Declared by the module that talks to it; whether a tenant
 * may use it now is for its agreement to say (privacy.agreement).
 */
export interface ProcessorSpec {
  /** Its key in registers and ledgers: `mail`, `shipstation`. */
  readonly name: string;
  readonly company: string;
  readonly role: ProcessorRole;
  readonly says: Said;
  /** ISO 3166 of where the data goes; `null` when the tenant chooses, as with a mail server of its own. */
  readonly country: string | null;
  readonly mechanism: Mechanism;
  readonly purposes: readonly Purpose[];
  /** Every field that may ever be sent to it, with its category. What is not here does not leave. */
  readonly fields: Readonly<Record<string, Category>>;
  readonly erasure: ErasureMethod;
  /** For `lapses`: after how many days. */
  readonly lapsesAfterDays?: number;
}
