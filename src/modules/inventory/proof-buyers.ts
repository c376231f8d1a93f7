/**
 * A process full of buyers, for the hammer and crash proofs: `node proof-buyers.ts '<json>'`.
 *
 * It opens a house of its own on the databases of the test and buys with the same verbs as everybody.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { newId } from '#kernel/ids.ts';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { readSettings } from '#kernel/settings.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { environmentRootKey } from '#modules/privacy/index.ts';
import { getTenant } from '#modules/tenancy/index.ts';
import { buildHouse } from '../../build-house.ts';
import '../../modules.ts'; // declares every table, as a server does
import { commitReservations, receiveStock, releaseReservations, reserve, shipReserved } from './index.ts';
import { sweepReservations } from './sweep-reservations.ts';

export interface Orders {
  readonly runtimeUrl: string;
  readonly keysUrl: string;
  readonly dataDir: string;
  readonly rootKey: string;
  /** `rush`: every buyer tries once and keeps what it gets. `churn`: buyers buy, ship, give up and restock until killed. */
  readonly mode: 'rush' | 'churn';
  readonly buyers: number;
  readonly offers: readonly OfferId[];
  readonly mostUnits: number;
  readonly startAt: number;
}

export interface Outcome {
  readonly bought: { readonly offerId: OfferId; readonly quantity: number }[];
  short: number;
  readonly errors: string[];
}

const connections = 6;
const whole = (below: number): number => Math.floor(Math.random() * below);
const actor = { kind: 'system', id: 'proof', purpose: 'checkout' } as const;

async function buyOnce(house: House, tenant: Tenant, orders: Orders, outcome: Outcome): Promise<void> {
  const holder: string = newId<never>();
  const first = orders.offers[whole(orders.offers.length)] as OfferId;
  const second = orders.offers[whole(orders.offers.length)] as OfferId;
  const wanted = whole(3) === 0 && first !== second && orders.mostUnits > 1 ? [first, second] : [first];
  const demand = wanted.map((offerId): { ref: string; offerId: OfferId; quantity: number } => ({
    ref: newId<never>(),
    offerId,
    quantity: 1 + whole(orders.mostUnits),
  }));
  const work = <T>(run: Parameters<typeof unitOfWork<T>>[2]): Promise<T> =>
    unitOfWork(house, { tenant, actor }, run);
  const expiresAt = new Date(Date.now() + (orders.mode === 'churn' ? 300 : 900_000));
  const reserved = await work((ctx) => reserve(ctx, { holder, demand, expiresAt }));
  if (reserved.kind === 'short') {
    outcome.short += 1;
    return;
  }
  if (orders.mode === 'churn' && whole(4) === 0) return work((ctx) => releaseReservations(ctx, holder));
  if (orders.mode === 'churn' && whole(5) === 0) return;
  const isSold = await work((ctx) => commitReservations(ctx, holder));
  if (!isSold) return;
  outcome.bought.push(...demand.map(({ offerId, quantity }) => ({ offerId, quantity })));
  if (orders.mode === 'churn' && whole(2) === 0) {
    const source = { type: 'fulfilment', id: newId<never>() };
    await work((ctx) =>
      shipReserved(ctx, { source, lines: demand.map(({ ref, quantity }) => ({ ref, quantity })) }),
    );
  }
}

async function buyForEver(house: House, tenant: Tenant, orders: Orders, outcome: Outcome): Promise<never> {
  for (;;) {
    const choice = whole(12);
    if (choice === 0) await unitOfWork(house, { tenant, actor }, (ctx) => sweepReservations(ctx));
    else if (choice === 1) {
      const lines = [
        { offerId: orders.offers[0] as OfferId, quantity: 5 },
        { offerId: orders.offers[1] as OfferId, quantity: 5 },
      ];
      await unitOfWork(house, { tenant, actor }, (ctx) => receiveStock(ctx, { lines }));
    } else await buyOnce(house, tenant, orders, outcome);
  }
}

async function main(orders: Orders): Promise<void> {
  const house = await buildHouse(
    { ...readSettings({ KONTOR_DATA: orders.dataDir, PORT: '0' }), demo: true },
    { runtimeUrl: orders.runtimeUrl, keystoreUrl: orders.keysUrl },
    { log: pino({ level: 'silent' }), rootKey: environmentRootKey(orders.rootKey), poolSize: connections },
  );
  const tenant = await getTenant(house.db, undefined);
  const outcome: Outcome = { bought: [], short: 0, errors: [] };
  console.log('ready');
  await sleep(Math.max(0, orders.startAt - Date.now()));
  // As many at once as there are connections: a buyer who waits for one would only test the pool's patience.
  let waiting = orders.buyers;
  const buyers = Array.from({ length: connections }, async () => {
    while (waiting > 0) {
      waiting -= 1;
      try {
        await (orders.mode === 'churn' ? buyForEver : buyOnce)(house, tenant, orders, outcome);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        outcome.errors.push(`${code} ${String(error)}`);
        if (orders.mode === 'churn') console.log(`error ${outcome.errors.at(-1)}`);
      }
    }
  });
  await Promise.all(buyers);
  await house.close();
  console.log(JSON.stringify(outcome));
}

const given = process.argv[2];
if (given !== undefined && import.meta.main) await main(JSON.parse(given) as Orders);
