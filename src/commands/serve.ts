import type { FastifyInstance } from 'fastify';
import { bootFaults, tablesThatLeak } from '#modules/privacy/index.ts';
import { buildApp } from '../app.ts';
import { drillMonthly } from '../backup/monthly.ts';
import { stayClean } from '../backup/stay-clean.ts';
import type { BuiltHouse } from '../build-house.ts';
import { openSmtpInbox } from '#modules/rights/index.ts';
import type { Connection } from '../connect.ts';
import { modules } from '../modules.ts';
import { serveMetrics } from '../web/metrics.ts';
import { announceFacts, startWorker } from '../worker.ts';
import { CommandError } from './command.ts';
import { postureOf } from './posture.ts';

interface Serving {
  /** Where the web server listens; empty for a worker alone. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Refuses to serve when secrets can be guessed or the dashboard stands open, when registry and database differ, when the role could step over the wall, or when a tenant leaks. */
export async function passGates(house: BuiltHouse): Promise<void> {
  const faults = await bootFaults(house.db, modules);
  const leaks = await tablesThatLeak(house.db, modules);
  const stops = postureOf(house.settings).flatMap(({ level, says }) => (level === 'stops' ? [says] : []));
  const all = [
    ...stops,
    ...faults,
    ...leaks.map((table) => `${table} shows rows to a tenant that does not exist`),
  ];
  if (all.length > 0)
    throw new CommandError(
      `Kontor does not serve, because ${all.slice(0, 10).join('; ')}${all.length > 10 ? `; and ${all.length - 10} more` : ''}.`,
    );
}

/** Starts the web server, the worker, or both in this process, after the gates; all of it or nothing. */
export async function serve(
  house: BuiltHouse,
  roles: { readonly web: boolean; readonly worker: boolean },
  connection: Connection,
): Promise<Serving> {
  await passGates(house);
  await stayClean(house);
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    const { runtimePassword } = house.settings;
    if (roles.worker) ends.push(drillMonthly(house, { ...connection, runtimePassword }));
    return { address: await open(house, roles, ends), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Opens part after part; each leaves behind how to close it. Requests end before the worker does. */
async function open(
  house: BuiltHouse,
  roles: { readonly web: boolean; readonly worker: boolean },
  ends: (() => Promise<void>)[],
): Promise<string> {
  const { settings } = house;
  if (roles.worker) {
    const worker = await startWorker(house, modules);
    ends.push(() => worker.stop());
    ends.push(await openInbox(house));
  } else {
    announceFacts(house);
  }
  if (!roles.web) return '';
  const app = await buildApp(house, modules);
  const metrics = await serveMetrics(app.metrics, settings.metricsPort).catch((error: unknown) => {
    throw new CommandError(
      `The metrics port ${settings.metricsPort} cannot be used: ${reasonOf(error)} Set METRICS_PORT to another one.`,
    );
  });
  ends.push(() => metrics.close());
  const address = await listen(app.http, settings.host, settings.port);
  ends.push(() => closeHttp(app.http));
  return address;
}

/** Takes mail in for the shops, where INBOX_SMTP_PORT says so. Shape: how to close it. */
async function openInbox(house: BuiltHouse): Promise<() => Promise<void>> {
  const port = house.settings.inboxSmtpPort;
  if (port === undefined) return () => Promise.resolve();
  const inbox = await openSmtpInbox(house, port).catch((error: unknown) => {
    throw new CommandError(
      `The inbox port ${port} cannot be used: ${reasonOf(error)} Set INBOX_SMTP_PORT to another one.`,
    );
  });
  house.log.info({ port: inbox.port }, 'the inbox listens');
  return () => inbox.close();
}

const patienceMs = 10_000;

/** Lets requests finish. A browser's spare connections never began one, and would be waited for a minute. */
async function closeHttp(http: Pick<FastifyInstance, 'close' | 'server'>): Promise<void> {
  const impatience = setTimeout(() => http.server.closeAllConnections(), patienceMs);
  await http.close().finally(() => clearTimeout(impatience));
}

async function listen(http: Pick<FastifyInstance, 'listen'>, host: string, port: number): Promise<string> {
  try {
    return await http.listen({ host, port });
  } catch (error) {
    throw new CommandError(
      `Port ${port} on ${host} cannot be used: ${reasonOf(error)} Set PORT to another one.`,
    );
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    ? 'another program listens there.'
    : `${error instanceof Error ? error.message : 'unknown reason'}.`;
