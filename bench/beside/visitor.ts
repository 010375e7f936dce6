import { randomUUID } from 'node:crypto';

/** Somebody with a browser, signed up and in. */
export class Visitor {
  readonly #url: string;
  #cookie = '';

  /** What a request of this person's browser carries. */
  get cookie(): string {
    return this.#cookie;
  }

  private constructor(url: string) {
    this.#url = url;
  }

  static async arrive(url: string): Promise<Visitor> {
    const visitor = new Visitor(url);
    const email = `${randomUUID()}@example.org`;
    const password = 'a quiet morning in may';
    await visitor.#post('/api/auth/sign-up/email', { email, name: 'Bench', password });
    const response = await visitor.#post('/api/auth/sign-in/email', { email, password });
    visitor.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; ');
    return visitor;
  }

  async mutate<T>(path: string, input: object): Promise<T> {
    return dataOf(await this.#post(path, input));
  }

  async query<T>(path: string, input?: object): Promise<T> {
    const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    return dataOf(await this.#send(path + query, {}));
  }

  #post(path: string, body: object): Promise<Response> {
    return this.#send(path, { method: 'POST', body: JSON.stringify(body) });
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = { cookie: this.#cookie, 'x-commons': '1', 'content-type': 'application/json' };
    const response = await fetch(this.#url + path, { ...init, headers });
    if (!response.ok) throw new Error(`${path.split('?')[0]}: ${response.status} ${await response.text()}`);
    return response;
  }
}

async function dataOf<T>(response: Response): Promise<T> {
  return ((await response.json()) as { result: { data: T } }).result.data;
}
