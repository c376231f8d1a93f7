/** A face of Kontor that a tenant may have. */
export type Face = 'shop';

/** One of the systems that Kontor is: which faces are on, and how its demo shop is set up. */
export interface Profile {
  readonly name: string;
  readonly says: string;
  readonly faces: readonly Face[];
}
