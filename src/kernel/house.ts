import type { Logger } from 'pino';
import type { AuditNote, Context, KeyAccess, Opening } from './context.ts';
import type { Database } from './database.ts';
import type { FileStore } from './files.ts';
import type { TenantId } from './ids.ts';
import type { Settings } from './settings.ts';

/** What a process is made of. Built once in main.ts, handed to routes and jobs; nothing else is global. */
export interface House {
  readonly settings: Settings;
  readonly db: Database;
  readonly keys: KeyAccess;
  readonly files: FileStore;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Writes the audit log; the privacy module's. */
  readonly recordAudit: (
    ctx: Context,
    notes: readonly AuditNote[],
    openings: readonly Opening[],
  ) => Promise<void>;
  /** Tells the relay in this process that a tenant has facts waiting; a hint, the relay also looks by itself. */
  readonly wakeRelay: (tenant: TenantId) => void;
}
