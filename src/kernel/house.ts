import type { Logger } from 'pino';
import type { Database } from './database.ts';
import type { FileStore } from './files.ts';
import type { Settings } from './settings.ts';
import type { KeyAccess } from './context.ts';

/** What a process is made of. Built once in main.ts, handed to routes and jobs; nothing else is global. */
export interface House {
  readonly settings: Settings;
  readonly db: Database;
  readonly keys: KeyAccess;
  readonly files: FileStore;
  readonly log: Logger;
  readonly clock: () => Date;
}
