import type { TestPerson } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import type { ContextFields } from '../server/contexts/schemas.ts';
import { contextSections } from '../server/contexts/schemas.ts';
import type { Exchange } from '../server/messages/schemas.ts';
import type { ChidiRouter } from '../server/router.ts';
import { type FollowedAnswer, type FollowFrom, followAnswer } from './follow-answer.ts';

type Client = TestPerson<ChidiRouter>['client'];
type Business = Awaited<ReturnType<Client['contexts']['create']['mutate']>>;
type Details = Awaited<ReturnType<Client['conversations']['byId']['query']>>;
export type StoredMessage = Details['messages'][number];

/** Somebody who uses Chidi. */
export interface ChidiPerson extends TestPerson<ChidiRouter> {
  addBusiness(fields?: Partial<ContextFields>, name?: string): Promise<Business>;
  /** Begins a conversation, about a new business unless one is named. */
  ask(content: string, userContextId?: string): Promise<Exchange>;
  /** Follows up on an answer. */
  reply(to: Exchange, content: string): Promise<Exchange>;
  follow(answerId: string, from?: FollowFrom): FollowedAnswer;
  /** The answer's row, as the person reads it, once it has ended. */
  ended(exchange: Exchange): Promise<StoredMessage>;
  messages(conversationId: string): Promise<StoredMessage[]>;
}

export const noFields = Object.fromEntries(contextSections.map(({ key }) => [key, ''])) as ContextFields;

export function chidiPerson(person: TestPerson<ChidiRouter>): ChidiPerson {
  const { client } = person;
  const addBusiness: ChidiPerson['addBusiness'] = (fields = {}, name = 'Corner Bakery') =>
    client.contexts.create.mutate({ id: uuidV7(), name, fields: { ...noFields, ...fields } });
  const messages: ChidiPerson['messages'] = async (id) =>
    (await client.conversations.byId.query({ id })).messages;
  const follow: ChidiPerson['follow'] = (answerId, from) => followAnswer(client, answerId, from);

  return {
    ...person,
    addBusiness,
    messages,
    follow,
    async ask(content, userContextId) {
      const about = userContextId ?? (await addBusiness()).id;
      return client.conversations.start.mutate({
        id: uuidV7(),
        userContextId: about,
        questionId: uuidV7(),
        content,
      });
    },
    reply: ({ conversationId, answerId }, content) =>
      client.messages.send.mutate({ id: uuidV7(), conversationId, parentId: answerId, content }),
    async ended({ conversationId, answerId }) {
      await follow(answerId).ended;
      const answer = (await messages(conversationId)).find(({ id }) => id === answerId);
      if (!answer) throw new Error(`There is no answer ${answerId}.`);
      return answer;
    },
  };
}
