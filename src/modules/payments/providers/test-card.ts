import type { House } from '#kernel/house.ts';
import { currency } from '#kernel/money.ts';
import type { Context } from '#kernel/context.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import type { Charge, PaymentProvider, PayOutcome } from '../provider.ts';
import {
  addTestCardRefund,
  decideTestCard,
  findTestCardCharge,
  noteTestCardFetch,
  openTestCardCharge,
} from '../queries-test-card.ts';
import type { TestCardCharge } from '../queries-test-card.ts';
import { firstState, testCardLabels, testCardScenarios } from '../test-card.ts';
import type { TestCardScenario } from '../test-card.ts';

/** The bank works in transactions of its own, as a bank elsewhere would: what it decided survives our death. */
const atTheBank = <T>(house: House, charge: Charge, run: (ctx: Context) => Promise<T>): Promise<T> =>
  unitOfWork(
    house,
    { tenant: charge.tenant, actor: { kind: 'system', id: 'test-card', purpose: 'pay' } },
    run,
  );

const scenarioOf = (charge: Charge): TestCardScenario =>
  testCardScenarios.find((known) => known === charge.option) ?? 'approve';

function outcomeOf(found: TestCardCharge): PayOutcome {
  if (found.state === 'declined') return { kind: 'declined', reason: 'card_declined' };
  if (found.state === 'approved') {
    const amount = { minor: found.amountMinor, currency: currency(found.currency) };
    return { kind: 'approved', reference: `test_${found.id}`, settled: 'captured', amount };
  }
  return found.scenario === 'needs_action'
    ? { kind: 'needs_action', url: `/test-card/${found.id}` }
    : { kind: 'pending' };
}

/** A card that plays what it is asked to play; exists only in demo shops and in tests. It knows no card numbers. */
export const testCard: PaymentProvider = {
  name: 'test-card',
  label: { en: 'Test card (no real money)', de: 'Testkarte (kein echtes Geld)' },
  via: 'psp',
  promises: false,
  available: (house) => house.settings.demo,
  start: (_house, place) => ({
    kind: 'options',
    options: testCardScenarios.map((code) => ({ code, label: testCardLabels[code][place.locale] })),
  }),

  async pay(house, charge) {
    const scenario = scenarioOf(charge);
    const opened = await atTheBank(house, charge, (ctx) =>
      openTestCardCharge(ctx, charge, scenario, firstState(scenario)),
    );
    if (opened.isNew && scenario === 'lost_answer') throw new Error('the line to the test bank went dead');
    return outcomeOf(opened.charge);
  },

  async fetch(house, charge) {
    return atTheBank(house, charge, async (ctx) => {
      const found = await noteTestCardFetch(ctx, charge.key);
      if (!found) return { kind: 'unknown' };
      if (found.scenario !== 'late_success' || found.state !== 'waiting' || found.fetches < 2)
        return outcomeOf(found);
      await decideTestCard(ctx, charge.key, 'approved');
      return outcomeOf({ ...found, state: 'approved' });
    });
  },

  capture: (house, charge) => testCard.fetch(house, charge),

  async cancel(house, charge) {
    return atTheBank(house, charge, async (ctx) => {
      // A charge the bank never heard of is opened as declined, so that a late request with this key takes nothing.
      const { charge: found } = await openTestCardCharge(ctx, charge, scenarioOf(charge), 'declined');
      if (found.state !== 'waiting') return outcomeOf(found);
      await decideTestCard(ctx, charge.key, 'declined');
      return { kind: 'declined', reason: 'cancelled' };
    });
  },

  async refund(house, { key, charge, amount }) {
    return atTheBank(house, charge, async (ctx) => {
      const found = await findTestCardCharge(ctx, charge.key);
      if (found?.state !== 'approved') return { kind: 'failed', reason: 'no_such_charge' };
      await addTestCardRefund(ctx, key, charge.key, amount.minor);
      return { kind: 'succeeded', reference: `test_${key}` };
    });
  },
};
