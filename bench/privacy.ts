/** What privacy costs: sealing beside a purchase, opening beside a plain page, one person's copy and erasure. */
import { helloJob, jobOf } from './measure.ts';
import type { Bench, Figure } from './measure.ts';
import type { PrivacyPlatform } from './platform.ts';
import { cpuOf } from './processes.ts';

export interface PrivacyCosts {
  /** CPU of sealing and opening in one purchase, over the CPU of everything else in it. Shape: none without a purchase. */
  readonly shareOfPurchase: number | undefined;
  /** Units: milliseconds of CPU that a page of 50 opened rows costs over the same page unopened. */
  readonly pageMs: number;
  /** Units: microseconds. */
  readonly consentMicros: number;
  readonly orders: number;
  /** Units: seconds from asking to the finished ZIP. */
  readonly copySeconds: number;
  readonly copyBytes: number;
  readonly people: number;
  /** Units: seconds from asking to a clean scan; of somebody with a few orders, and of the one with many. */
  readonly eraseSeconds: number;
  readonly eraseRegularSeconds: number;
  readonly residue: number;
}

export interface PrivacyWish {
  readonly orders: number;
  readonly people: number;
}

const purchases = 300;
const pages = 200;
const checks = 20_000;
const fewOrders = 5;

/** Shape: undefined when the platform has nothing of the kind. */
export async function measurePrivacy(
  bench: Bench,
  wish: PrivacyWish,
  purchase: Figure | undefined,
  progress: (line: string) => void,
): Promise<PrivacyCosts | undefined> {
  const { privacy } = bench.platform;
  if (!privacy) return undefined;
  progress('sealing beside a purchase');
  const shareOfPurchase = purchase && (await shareOf(bench, privacy, purchase));
  progress('a page of sealed names');
  const pageMs = await pageCost(privacy);
  const consentMicros = (await wallOf(() => privacy.checkConsent(checks))) / checks / 1e-6;

  progress(`${wish.orders} orders of one person`);
  const shop = (what: 'regular' | 'occasional', turns: number) =>
    bench.driver.run(jobOf(bench, { what, connections: 4, turns, seconds: 3_600 }));
  await shop('regular', wish.orders);
  await shop('occasional', fewOrders);
  progress(`${wish.people} other people`);
  await privacy.addCrowd(wish.people);
  progress('copying one person');
  let copied = { orders: 0, bytes: 0 };
  const copySeconds = await wallOf(async () => void (copied = await privacy.copyRegular()));
  progress('erasing one person');
  let residue = 0;
  const erase = async (who: 'occasional' | 'regular'): Promise<void> => {
    residue += (await privacy.erase(who)).residue;
  };
  const eraseSeconds = await wallOf(() => erase('occasional'));
  const eraseRegularSeconds = await wallOf(() => erase('regular'));
  return {
    shareOfPurchase,
    pageMs,
    consentMicros,
    orders: copied.orders,
    copySeconds,
    copyBytes: copied.bytes,
    people: wish.people,
    eraseSeconds,
    eraseRegularSeconds,
    residue,
  };
}

/** Both are measured in hellos of the same minute, so that what else the machine does meets both alike. */
async function shareOf(bench: Bench, privacy: PrivacyPlatform, purchase: Figure): Promise<number> {
  await privacy.sealPurchases(purchases / 10);
  const before = cpuOf(bench.hello.pid);
  const { turns } = await bench.driver.run(helloJob(bench, 1, 2));
  const hello = (cpuOf(bench.hello.pid) - before) / turns;
  const sealing = (await cpuHere(() => privacy.sealPurchases(purchases))) / purchases / hello;
  return sealing / Math.max(purchase.hellosApplication - sealing, 1);
}

async function pageCost(privacy: PrivacyPlatform): Promise<number> {
  await privacy.readPages(pages / 10, true);
  const plain = await cpuHere(() => privacy.readPages(pages, false));
  const opened = await cpuHere(() => privacy.readPages(pages, true));
  return ((opened - plain) / pages) * 1000;
}

/** Units: seconds of CPU of this process. */
async function cpuHere(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Units: seconds on the clock. */
async function wallOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
