import type { Http } from '#kernel/http.ts';

export function routes(_http: Http): void {}
