/** The driver's process: buyers in a closed loop, each on a connection of its own. It is told what to do by messages. */
import pg from 'pg';
import { Connection } from './connection.ts';
import { Refused } from './platform.ts';
import type { Answer, Buyer, Operation, RunningPlatform, Shelf, Site, Turn } from './platform.ts';

/** What the bench asks of the driver. */
export interface Job {
  readonly what: 'hello' | 'select' | 'same' | 'operation' | 'regular' | 'occasional' | 'last';
  readonly operation?: Operation;
  readonly sites: readonly Site[];
  readonly connections: number;
  /** Until then, or until so many turns, whichever comes first. */
  readonly seconds: number;
  readonly turns: number;
  readonly buyerUrl: string;
  readonly shelf: Shelf;
  readonly postgres?: Pick<NonNullable<RunningPlatform['postgres']>, 'url' | 'oneRow'>;
}

export interface Outcome {
  readonly turns: number;
  readonly seconds: number;
  /** Units: milliseconds for one turn, the middle one and the slowest but one in a hundred. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no, by step and code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly firstRefusal: string | null;
}

let nextTurn = 1;

async function drive(job: Job): Promise<Outcome> {
  const round = await roundOf(job);
  const took: number[] = [];
  const refused: Record<string, number> = {};
  let firstRefusal: string | null = null;
  let begun = 0;
  const start = performance.now();
  const end = start + job.seconds * 1000;

  const keepGoing = async (index: number): Promise<void> => {
    const seat = round(index);
    while (begun < job.turns && performance.now() < end) {
      begun += 1;
      const from = performance.now();
      try {
        await seat.turn();
        took.push(performance.now() - from);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const name = `${error.step}: ${error.code}`;
        refused[name] = (refused[name] ?? 0) + 1;
        firstRefusal ??= error.message;
      }
    }
    await seat.close();
  };
  await Promise.all(Array.from({ length: job.connections }, (_, index) => keepGoing(index)));
  const seconds = (performance.now() - start) / 1000;
  const sorted = Float64Array.from(took).toSorted();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { turns: took.length, seconds, p50: at(0.5), p99: at(0.99), refused, firstRefusal };
}

interface Seat {
  turn(): Promise<void>;
  close(): Promise<void>;
}

async function roundOf(job: Job): Promise<(index: number) => Seat> {
  if (job.what === 'select') return selecting(job);
  const { buyer } =
    job.what === 'hello' ? { buyer: undefined } : ((await import(job.buyerUrl)) as { buyer: Buyer });
  const run = buyer ? turnOf(job, buyer) : hello;
  return (index) => {
    const connection = new Connection(job.sites[index % job.sites.length] as Site);
    const call: Turn['call'] = (request) => connection.call(request);
    return {
      turn: () => run({ shelf: job.shelf, number: nextTurn++, call }),
      close: async () => connection.close(),
    };
  };
}

function turnOf({ what, operation }: Job, buyer: Buyer): (turn: Turn) => Promise<void> {
  if (what === 'last') return buyer.last;
  if (what === 'regular' || what === 'occasional') return buyer[what];
  if (operation === undefined) throw new RangeError('the job names no operation');
  return what === 'same' && operation !== 'purchase' ? buyer.sameAddress[operation] : buyer[operation];
}

async function hello(turn: Turn): Promise<void> {
  const answer: Answer = await turn.call({ method: 'GET', path: '/' });
  if (answer.status !== 200) throw new Refused('hello', answer.status, answer.body);
}

/** One row by its primary key, through the same library that the platform uses, prepared once. */
async function selecting({ postgres, connections }: Job): Promise<(index: number) => Seat> {
  if (!postgres) throw new RangeError('this platform has no PostgreSQL');
  const clients = Array.from(
    { length: connections },
    () => new pg.Client({ connectionString: postgres.url }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const { text, values } = postgres.oneRow;
  return (index) => {
    const client = clients[index] as pg.Client;
    return {
      turn: async () => {
        const { rowCount } = await client.query({ name: 'one-row', text, values: [...values] });
        if (rowCount !== 1) throw new Error('the one row is not there');
      },
      close: () => client.end(),
    };
  };
}

process.on('message', (job: Job) => {
  drive(job).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) =>
      process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
