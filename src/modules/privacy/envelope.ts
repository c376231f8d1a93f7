import type { SubjectId, TenantId } from '#kernel/ids.ts';
import type { KeyClass } from '#kernel/registry.ts';
import { unwrapWith, wrapWith } from './root-key.ts';

const formatVersion = 1;

/** Where an envelope belongs. It opens nowhere else: not in another row, column, table, tenant, or for another person. */
export interface Place {
  readonly tenant: TenantId;
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly subject: SubjectId;
  readonly class: KeyClass;
}

const contextOf = (place: Place): string =>
  `envelope|${formatVersion}|${place.tenant}|${place.table}|${place.column}|${place.row}|${place.subject}|${place.class}`;

/** Shape: one version byte, then nonce, tag and ciphertext. */
export function closeEnvelope(key: Buffer, place: Place, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(formatVersion), wrapWith(key, content, contextOf(place))]);
}

/** Throws when the envelope was moved, changed, or is of a format we do not know. */
export function openEnvelope(key: Buffer, place: Place, envelope: Uint8Array): Buffer {
  if (envelope[0] !== formatVersion) throw new RangeError(`envelope format ${envelope[0]} is not known`);
  return unwrapWith(key, envelope.subarray(1), contextOf(place));
}
