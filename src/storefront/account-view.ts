import type { Address } from '#kernel/address.ts';
import type { FieldProblem, Price } from './model.ts';

export type AccountPart = 'orders' | 'profile' | 'addresses' | 'devices' | 'news';

/** An order in the account's list. */
export interface OrderRow {
  readonly number: string;
  readonly token: string;
  readonly placedAt: string;
  readonly status: string;
  readonly total: Price;
}

export interface SavedAddress {
  readonly id: string;
  readonly address: Address;
  readonly isDefault: boolean;
}

export interface SignedInDevice {
  readonly id: string;
  readonly device: string;
  readonly network: string;
  readonly signedInAt: string;
  readonly lastUsedAt: string;
  readonly isThisOne: boolean;
}

/** A form of the account with what was typed and what was wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export const untouched: FormState = { values: {}, problems: [] };
