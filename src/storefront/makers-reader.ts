interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}
type Inject = (request: {
  method: 'GET' | 'POST';
  url: string;
  payload?: string;
  headers: Record<string, string>;
}) => Promise<Answer>;

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Somebody with a browser that keeps cookies and follows redirects, and runs no scripts at all. For tests. */
export function aReader(inject: Inject, headers: Readonly<Record<string, string>> = {}) {
  const jar = new Map<string, string>();
  const keep = (answer: Answer): void => {
    for (const line of [answer.headers['set-cookie'] ?? []].flat().map(String)) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
  };
  const go = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<Seen> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie } : {}),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
    });
    keep(answer);
    const location = answer.headers['location'];
    if (answer.statusCode === 303 && typeof location === 'string')
      return go('GET', location.split('#')[0] ?? '/');
    return { status: answer.statusCode, text: answer.body, url, headers: answer.headers };
  };
  return {
    jar,
    open: (url: string) => go('GET', url),
    send: (url: string, fields: Readonly<Record<string, string>> = {}) =>
      go('POST', url, new URLSearchParams(fields).toString()),
  };
}
