import { randomUUID } from 'node:crypto';
import type { Ledger } from './ledger.ts';

/** Carries the code that the server gave. */
class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const kindOf = (error: unknown) => (error instanceof Refused ? error.code : 'connection lost');
const sections = 'company offers audience tone policies goals locale currency doNotSay preferences'.split(
  ' ',
);
const fields = Object.fromEntries(sections.map((name) => [name, '']));

/** Somebody with a browser, who goes to either web process. */
export class Person {
  readonly email = `${randomUUID()}@example.org`;
  readonly #password = 'a quiet morning in may';
  readonly #urls: readonly string[];
  readonly #ledger: Ledger;
  #cookie = '';

  constructor(urls: readonly string[], ledger: Ledger) {
    this.#urls = urls;
    this.#ledger = ledger;
  }

  async signUp(): Promise<void> {
    await this.#post('/api/auth/sign-up/email', {
      email: this.email,
      name: 'Endurance',
      password: this.#password,
    });
    await this.signIn();
  }

  async signIn(): Promise<void> {
    const response = await this.#post('/api/auth/sign-in/email', {
      email: this.email,
      password: this.#password,
    });
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; ');
  }

  /** One thing that people do, noted in the ledger by what came of it. */
  async act(): Promise<void> {
    const acts = { add: 4, list: 4, ask: 3, signIn: 1, reset: 1 };
    const lots = Object.entries(acts).flatMap(([name, lot]) => Array<string>(lot).fill(name));
    const act = lots[Math.floor(Math.random() * lots.length)] ?? 'list';
    try {
      if (act === 'add') await this.#addBusiness();
      else if (act === 'list') await this.#query('contexts.list', undefined);
      else if (act === 'ask') await this.#ask();
      else if (act === 'signIn') await this.signIn();
      else await this.#resetPassword();
      this.#ledger.count(act);
    } catch (error) {
      this.#ledger.error(kindOf(error));
    }
  }

  async #addBusiness(): Promise<string> {
    const id = randomUUID();
    const name = `Business ${id}`;
    await this.#mutate('contexts.create', { id, name, fields });
    const own = this.#ledger.businesses.get(this.email) ?? new Set();
    this.#ledger.businesses.set(this.email, own.add(id));
    return id;
  }

  async #ask(): Promise<void> {
    const userContextId = await this.#addBusiness();
    const asked = (await this.#mutate('conversations.start', {
      id: randomUUID(),
      userContextId,
      questionId: randomUUID(),
      content: 'What sells best, and why?',
    })) as { conversationId: string; answerId: string };
    const own = this.#ledger.questions.get(this.email) ?? [];
    this.#ledger.questions.set(this.email, [...own, asked]);
    await this.#follow(asked.answerId);
  }

  /** Reads an answer's stream to its end, as a subscription of the page does. */
  async #follow(answerId: string): Promise<void> {
    const input = encodeURIComponent(JSON.stringify({ answerId, offset: 0 }));
    const response = await this.#get(`/chidi/trpc/messages.follow?input=${input}`);
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"type":"end"')) return;
    }
    throw new Refused('stream broke off');
  }

  async #resetPassword(): Promise<void> {
    await this.#post('/api/auth/request-password-reset', { email: this.email });
    this.#ledger.resetMails += 1;
  }

  /** How many of the acknowledged rows are not there, or there twice, and how the answers stand. */
  async audit(): Promise<{ lost: number; twice: number; answers: string[] }> {
    let [lost, twice] = [0, 0];
    for (const id of this.#ledger.businesses.get(this.email) ?? []) {
      await this.#query('contexts.byId', { id }).catch(() => {
        lost += 1;
      });
    }
    const answers: string[] = [];
    for (const { conversationId, answerId } of this.#ledger.questions.get(this.email) ?? []) {
      // Whoever looks at an answer whose writer was killed sees it end.
      await this.#follow(answerId).catch(() => undefined);
      const details = (await this.#query('conversations.byId', { id: conversationId }).catch(() => ({
        messages: [],
      }))) as { messages: { id: string; status: string }[] };
      const found = details.messages.filter(({ id }) => id === answerId);
      lost += found.length === 0 ? 1 : 0;
      twice += Math.max(0, details.messages.length - 2);
      answers.push(...found.map(({ status }) => status));
    }
    return { lost, twice, answers };
  }

  async #mutate(procedure: string, input: object): Promise<unknown> {
    const response = await this.#post(`/chidi/trpc/${procedure}`, input);
    return ((await response.json()) as { result: { data: unknown } }).result.data;
  }

  async #query(procedure: string, input: object | undefined): Promise<unknown> {
    const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    const response = await this.#get(`/chidi/trpc/${procedure}${query}`);
    return ((await response.json()) as { result: { data: unknown } }).result.data;
  }

  #get(path: string): Promise<Response> {
    return this.#send(path, {});
  }

  #post(path: string, body: object): Promise<Response> {
    return this.#send(path, { method: 'POST', body: JSON.stringify(body) });
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const url = this.#urls[Math.floor(Math.random() * this.#urls.length)];
    const headers = { cookie: this.#cookie, 'x-commons': '1', 'content-type': 'application/json' };
    const response = await fetch(url + path, { ...init, headers });
    if (response.ok) return response;
    const body = (await response.json().catch(() => ({}))) as {
      code?: string;
      error?: { data?: { code?: string; appCode?: string } };
    };
    throw new Refused(body.code ?? body.error?.data?.code ?? `HTTP ${response.status}`);
  }
}
