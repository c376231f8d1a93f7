import pg from 'pg';
import { bootFaults } from '#modules/privacy/index.ts';
import { listDrills } from '#modules/retention/index.ts';
import { listTenants } from '#modules/tenancy/index.ts';
import { whoCameBack } from '../backup/replay-erasures.ts';
import { modules } from '../modules.ts';
import type { BuiltHouse } from '../build-house.ts';
import type { Connection } from '../connect.ts';
import type { Command, Input } from './command.ts';
import { postureOf } from './posture.ts';
import { withHouse } from './with-house.ts';

interface Check {
  readonly level: 'fault' | 'warning';
  readonly says: string;
}

export const doctor: Command = {
  name: 'doctor',
  says: 'Checks configuration, roles, walls, keystore, clock and secrets; exit code 1 with a list when something is wrong.',
  usage: 'kontor doctor',
  run: (input) =>
    withHouse(
      input.settings,
      async (house, connection) => {
        const checks = [
          ...(await databaseChecks(house)),
          ...(await keystoreChecks(house, connection)),
          ...(await cleanChecks(house)),
          ...(await drillChecks(house)),
          ...settingChecks(input, connection),
          ...postureOf(input.settings).map(({ level, says }): Check => ({
            level: level === 'warning' ? 'warning' : 'fault',
            says,
          })),
        ];
        for (const check of checks)
          input.terminal.result(`${check.level === 'fault' ? 'FAULT  ' : 'warning'} ${check.says}`, check);
        const faults = checks.filter((check) => check.level === 'fault').length;
        if (checks.length === 0)
          input.terminal.result('Everything is in order.', { level: 'ok', says: 'Everything is in order.' });
        return faults > 0 ? 1 : 0;
      },
      { migrate: false },
    ),
};

const mostSkewMs = 2_000;

async function databaseChecks(house: BuiltHouse): Promise<Check[]> {
  const checks: Check[] = (await bootFaults(house.db, modules)).map((says) => ({ level: 'fault', says }));
  const [server] = await house.db.statement<{
    version: number;
    now: Date;
    citus: boolean;
    owner_bypasses: boolean;
  }>(
    `select current_setting('server_version_num')::int as version, clock_timestamp() as now,
       exists (select from pg_extension where extname = 'citus') as citus,
       coalesce((select rolbypassrls from pg_roles where rolname = 'kontor_owner'), false) as owner_bypasses`,
  );
  if (!server) return checks;
  if (server.version < 180_000)
    checks.push({
      level: 'fault',
      says: `PostgreSQL 18 is needed, this server is ${Math.floor(server.version / 10_000)}`,
    });
  const skew = Math.abs(server.now.getTime() - Date.now());
  if (skew > mostSkewMs)
    checks.push({
      level: 'fault',
      says: `the clocks of this machine and the database differ by ${Math.round(skew / 1000)} seconds`,
    });
  if (server.citus && !server.owner_bypasses)
    checks.push({
      level: 'fault',
      says: 'on Citus the role kontor_owner needs BYPASSRLS before any shard is moved',
    });
  if ((await listTenants(house.db)).length === 0)
    checks.push({ level: 'warning', says: 'there is no tenant yet: kontor tenant create' });
  return checks;
}

async function keystoreChecks(house: BuiltHouse, connection: Connection): Promise<Check[]> {
  if (!(await house.keystore.alive()))
    return [
      {
        level: 'fault',
        says: 'the keystore cannot be reached: personal data can neither be stored nor opened',
      },
    ];
  const sameServer = (await identityOf(connection.runtimeUrl)) === (await identityOf(connection.keystoreUrl));
  return sameServer
    ? [
        {
          level: 'warning',
          says: 'the keystore is on the same server as the data: set KEYSTORE_URL to another one, so that no single backup holds both',
        },
      ]
    : [];
}

/** Whether an old backup brought back people who were erased. */
async function cleanChecks(house: BuiltHouse): Promise<Check[]> {
  if (!(await house.keystore.alive())) return [];
  const back = (await whoCameBack(house)).reduce((sum, { subjects }) => sum + subjects.length, 0);
  return back === 0
    ? []
    : [
        {
          level: 'fault',
          says: `an old backup brought ${back} erased people back: they are erased again before Kontor serves`,
        },
      ];
}

/** Whether backups are known to be restorable. Source: clause KC-31. */
async function drillChecks(house: BuiltHouse): Promise<Check[]> {
  const [last] = await listDrills(house.db, 1);
  if (!last)
    return [
      {
        level: 'warning',
        says: 'no backup was ever restored to see whether it can be: kontor drill tries it',
      },
    ];
  const days = Math.floor((house.clock().getTime() - last.startedAt.getTime()) / 86_400_000);
  if (last.outcome === 'failed')
    return [{ level: 'fault', says: `the last restore drill failed: ${last.says}` }];
  if (last.outcome === 'not possible')
    return [{ level: 'warning', says: `the last restore drill was not possible: ${last.says}` }];
  return days > 40
    ? [{ level: 'warning', says: `the last restore drill was ${days} days ago: is a worker running?` }]
    : [];
}

async function identityOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client
      .query<{ id: string }>('select system_identifier::text as id from pg_control_system()')
      .catch(() => ({ rows: [{ id: new URL(url).host }] }));
    return rows[0]?.id ?? '';
  } finally {
    await client.end();
  }
}

function settingChecks({ settings }: Input, connection: Connection): Check[] {
  const checks: Check[] = [];
  if (connection.rootKey.kind === 'file' && settings.databaseUrl)
    checks.push({
      level: 'warning',
      says: 'the root key is a file on this machine: every process needs the same one (ROOT_KEY or AWS_KMS_KEY_ID)',
    });
  if (!settings.smtpUrl)
    checks.push({
      level: 'warning',
      says: 'no SMTP_URL is set: mails are kept under Dashboard > Outbox and sent to nobody',
    });
  return checks;
}
