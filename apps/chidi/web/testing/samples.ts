import type { BusinessDetails, Conversation, Message, Receipt } from '../client.ts';

export const businessId = '01a1fdb2-0000-7000-8000-00000000000b';
export const conversationId = '01a1fdb2-0000-7000-8000-00000000000c';

export const business: BusinessDetails = {
  id: businessId,
  name: 'Okafor Ceramics',
  version: 3,
  updatedAt: '2026-11-20T10:00:00.000Z',
  fields: {
    company: '',
    offers: 'Bowls for 38 EUR.',
    audience: '',
    tone: '',
    policies: '',
    goals: '',
    locale: '',
    currency: '',
    doNotSay: '',
    preferences: '',
  },
};

const receipt: Receipt = {
  context: {
    versionId: '01a1fdb2-0000-7000-8000-00000000000d',
    version: 3,
    name: 'Okafor Ceramics',
    contentHash: 'f'.repeat(64),
    sections: [{ key: 'offers', label: 'What we sell', tokens: 12 }],
  },
  history: { messages: 1, tokens: 5 },
  model: { provider: 'openai-compatible', model: 'tiny-1', offline: false },
  parameters: { maxOutputTokens: 2_000, temperature: 0.7 },
  usage: { inputTokens: 40, outputTokens: 9, costUsd: null, source: 'provider', pricedOn: null },
};

const createdAt = '2026-11-21T10:00:00.000Z';

export const question: Message = {
  id: 'q1',
  parentId: null,
  siblingOrder: 1,
  role: 'user',
  content: 'How much is a bowl?',
  status: 'complete',
  errorCode: null,
  receipt: null,
  createdAt,
};

export const answer: Message = {
  ...question,
  id: 'a1',
  parentId: 'q1',
  role: 'assistant',
  content: 'A bowl costs 38 EUR.',
  receipt,
};

export const conversation: Conversation = {
  id: conversationId,
  title: 'Prices',
  userContextId: businessId,
  lastMessageAt: createdAt,
  activeLeafId: 'a1',
  messages: [question, answer],
};
