import type { Http } from '#kernel/http.ts';

/** What the catalogue answers over HTTP: the shop window, the pictures and the staff's desk. */
export function routes(_http: Http): void {}
