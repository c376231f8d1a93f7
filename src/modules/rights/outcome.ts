/** One thing that an erasure or a correction came to, in codes: what, how many, how it ended, why and until when. */
export interface OutcomeNode {
  readonly what: string;
  readonly rows: number;
  readonly end: string;
  /** For what is kept: the article or the promise. */
  readonly ground?: string;
  /** ISO 8601; for what is kept. */
  readonly until?: string | null;
  /** For another company: what it said. */
  readonly reason?: string;
}

/** Somebody who was told. Source: GDPR art. 19. */
export interface Told {
  /** Its key in the registers. */
  readonly processor: string;
  readonly company: string;
  readonly end: string;
  readonly reason?: string;
  /** ISO 8601; by when it deletes by itself. */
  readonly until?: string;
}

/** What was done about a request: codes and counts, so that it can be shown after the person is gone. */
export interface Outcome {
  readonly nodes?: readonly OutcomeNode[];
  readonly told?: readonly Told[];
  /** Whether a part of it is changed by the person in their account, where it is proven anew. */
  readonly isAtTheDoor?: boolean;
  /** Addresses that were not shown to be the asker's, so that nothing under them was given or touched. */
  readonly notProven?: number;
  /** Persons among them who work here: their account is closed by whoever runs the shop. */
  readonly colleagues?: number;
}
