import { createAppClient } from '@commons/ui';
import type { inferRouterOutputs } from '@trpc/server';
import type { ChidiRouter } from '../server/router.ts';

export const client = createAppClient<ChidiRouter>('chidi');

export const { useTRPC, useTRPCClient } = client;

type Outputs = inferRouterOutputs<ChidiRouter>;

// As they arrive over the wire: dates are strings.
export type Conversation = Outputs['conversations']['byId'];
export type ConversationPage = Outputs['conversations']['list'];
export type ConversationSummary = ConversationPage['items'][number];
export type Message = Conversation['messages'][number];
export type Receipt = NonNullable<Message['receipt']>;
export type Business = Outputs['contexts']['list'][number];
export type BusinessDetails = Outputs['contexts']['byId'];
