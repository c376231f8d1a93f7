import type { House } from '#kernel/house.ts';
import type { Charge, PayOutcome } from './provider.ts';
import { isPromise, providerNamed } from './providers.ts';
import { promised } from './providers/promised.ts';

/** The buyer's word, where the way to pay takes it. Shape: undefined when somebody has to be asked for the money. */
export const promiseOf = (charge: Charge): ReturnType<typeof promised> | undefined =>
  isPromise(charge.provider) ? promised(charge) : undefined;

/**
 * Asks the provider for the money; never inside a transaction.
 *
 * When the answer is lost the provider is asked what became of the charge: the key makes both questions harmless.
 * Shape: `unknown` when nobody can tell now; the reconciler will ask again.
 */
export async function payAttempt(house: House, charge: Charge): Promise<PayOutcome> {
  try {
    return await providerNamed(charge.provider).pay(house, charge);
  } catch (error) {
    house.log.warn(
      { provider: charge.provider, attempt: charge.key, err: codeOf(error) },
      'a payment provider gave no answer',
    );
    return askAttempt(house, charge);
  }
}

/** Asks the provider what became of a charge; never inside a transaction. Shape: `unknown` when it gives no answer. */
export async function askAttempt(house: House, charge: Charge): Promise<PayOutcome> {
  try {
    return await providerNamed(charge.provider).fetch(house, charge);
  } catch (error) {
    house.log.warn(
      { provider: charge.provider, attempt: charge.key, err: codeOf(error) },
      'a payment provider gave no answer',
    );
    return { kind: 'unknown' };
  }
}

/** Lets go of a charge that took too long. Shape: `approved` when the money had been taken after all. */
export async function cancelAttempt(house: House, charge: Charge): Promise<PayOutcome> {
  try {
    return await providerNamed(charge.provider).cancel(house, charge);
  } catch (error) {
    house.log.warn(
      { provider: charge.provider, attempt: charge.key, err: codeOf(error) },
      'a payment provider gave no answer',
    );
    return { kind: 'unknown' };
  }
}

/** Messages of other companies may repeat what a person typed: only the kind of error is logged. */
const codeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
