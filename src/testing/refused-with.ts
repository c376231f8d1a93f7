import { Refusal } from '#kernel/refusal.ts';

/** Whether something was refused with this code, for `assert.rejects`. */
export const refusedWith =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof Refusal && error.code === code;
