import type { Locale, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { PaymentProvider, Start } from './provider.ts';
import { bankTransfer } from './providers/bank-transfer.ts';
import { cashOnDelivery } from './providers/cash-on-delivery.ts';
import { testCard } from './providers/test-card.ts';
import { refuse } from './refuse.ts';

/** Every way to pay that Kontor knows, in the order in which shops show them. */
const known: readonly PaymentProvider[] = [testCard, bankTransfer, cashOnDelivery];

export interface PaymentMethod {
  readonly provider: string;
  readonly label: string;
  /** What the buyer may choose within it, such as what the test card plays. */
  readonly options: readonly { readonly code: string; readonly label: string }[];
  readonly start: Start;
}

/** The adapter of that name, offered or not: a placed order keeps its way to pay. Refuses: payments.unknownProvider. */
export function providerNamed(name: string): PaymentProvider {
  const found = known.find((provider) => provider.name === name);
  if (!found) throw refuse.unknownProvider({ field: 'provider' });
  return found;
}

/** The ways to pay that a buyer in that country may choose from. */
export const paymentMethods = (
  house: House,
  place: { tenant: Tenant; country: string; locale: Locale },
): PaymentMethod[] =>
  known
    .filter((provider) => provider.available(house, place))
    .map((provider) => {
      const start = provider.start(house, place);
      const options = start.kind === 'options' ? start.options : [];
      return { provider: provider.name, label: provider.label[place.locale], options, start };
    });

/**
 * The chosen way to pay, if it is offered here and the option is one of its own.
 *
 * Refuses: payments.unknownProvider, payments.unknownOption.
 */
export function choosePaymentMethod(
  house: House,
  place: { tenant: Tenant; country: string; locale: Locale },
  choice: { provider: string; option: string | null },
): PaymentMethod {
  const method = paymentMethods(house, place).find(({ provider }) => provider === choice.provider);
  if (!method) throw refuse.unknownProvider({ field: 'provider' });
  const isKnown = choice.option === null || method.options.some(({ code }) => code === choice.option);
  if (!isKnown) throw refuse.unknownOption({ field: 'option' });
  return method;
}

/** The label of a way to pay in the reader's language. */
export const paymentLabel = (name: string, locale: Locale): string =>
  known.find((provider) => provider.name === name)?.label[locale] ?? name;

/** Whether orders paid this way are placed on the buyer's word. */
export const isPromise = (name: string): boolean => providerNamed(name).promises;
