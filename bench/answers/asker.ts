import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Visitor } from '../beside/visitor.ts';

const sections = 'company offers audience tone policies goals locale currency doNotSay preferences'.split(
  ' ',
);
const fields = {
  ...Object.fromEntries(sections.map((name) => [name, ''])),
  company: 'A bakery in Mill Street, nine people, since 1998. It opens at six and sells out by eleven.',
  offers: 'Rye bread 4.20, sourdough 5.10, croissant 1.90, birthday cakes from 38, coffee 2.60. '.repeat(6),
  audience: 'Neighbours, two schools, a hotel that orders forty rolls a day. '.repeat(4),
};

/** Somebody with a business who asks Chidi, and reads each answer as it is written. */
export class Asker {
  readonly #url: string;
  readonly #visitor: Visitor;
  readonly #businessId = randomUUID();

  private constructor(url: string, visitor: Visitor) {
    this.#url = url;
    this.#visitor = visitor;
  }

  static async arrive(url: string): Promise<Asker> {
    const asker = new Asker(url, await Visitor.arrive(url));
    await asker.#visitor.mutate('/chidi/trpc/contexts.create', {
      id: asker.#businessId,
      name: 'Bakery',
      fields,
    });
    return asker;
  }

  /** Begins a conversation and reads the answer to its end; `onPiece` is called when text arrives. */
  async ask(onPiece: () => void): Promise<void> {
    const { answerId } = await this.#visitor.mutate<{ answerId: string }>('/chidi/trpc/conversations.start', {
      id: randomUUID(),
      userContextId: this.#businessId,
      questionId: randomUUID(),
      content: 'What should I change about the prices of bread and cakes, and why?',
    });
    const input = encodeURIComponent(JSON.stringify({ answerId, offset: 0 }));
    const reading = request(`${this.#url}/chidi/trpc/messages.follow?input=${input}`, {
      agent: false,
      headers: { cookie: this.#visitor.cookie, 'x-commons': '1', accept: 'text/event-stream' },
    }).end();
    const [stream] = (await once(reading, 'response')) as [IncomingMessage];
    for await (const text of stream.setEncoding('utf8') as AsyncIterable<string>) {
      if (text.includes('"type":"text"')) onPiece();
      if (text.includes('"type":"end"')) break;
    }
  }
}
