import { backup } from './backup.ts';
import { bench } from './bench.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { drill } from './drill.ts';
import { exportFile } from './export.ts';
import { importFile } from './import.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';
import { policy } from './policy.ts';
import { start } from './start.ts';
import { tenant } from './tenant.ts';
import { verify } from './verify.ts';
import { web, worker } from './web.ts';

/** Every subcommand, in the order of `kontor --help`. */
export const commands: readonly Command[] = [
  start,
  web,
  worker,
  migrate,
  tenant,
  importFile,
  exportFile,
  backup,
  restore,
  drill,
  verify,
  policy,
  doctor,
  bench,
];
