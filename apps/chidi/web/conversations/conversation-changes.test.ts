import { describe, expect, it } from 'vitest';
import { branchTo } from '../../tree/branch.ts';
import type { Conversation } from '../client.ts';
import { shownLeaf, withAnswer, withBranch, withChanged, withExchange } from './conversation-changes.ts';

const empty: Conversation = {
  id: 'c',
  title: null,
  userContextId: 'b',
  lastMessageAt: '2026-11-21T10:00:00.000000Z',
  activeLeafId: null,
  messages: [],
};

const question = { id: 'q1', parentId: null, content: 'How much is a bowl?' };

const shown = (conversation: Conversation) =>
  branchTo(conversation.messages, shownLeaf(conversation)).map(({ id }) => id);

describe('a conversation on the page', () => {
  it('shows a question and the beginning of its answer as soon as it was accepted', () => {
    const after = withExchange(empty, question, 'a1');
    expect(shown(after)).toEqual(['q1', 'a1']);
    expect(after.messages[1]).toMatchObject({ role: 'assistant', status: 'streaming', content: '' });
  });

  it('has a question once, however often it was sent', () => {
    const once = withExchange(empty, question, 'a1');
    expect(withExchange(once, question, 'a1').messages).toEqual(once.messages);
  });

  it('puts another answer beside the first, and shows it', () => {
    const after = withAnswer(withExchange(empty, question, 'a1'), 'q1', 'a2');
    expect(shown(after)).toEqual(['q1', 'a2']);
    expect(after.messages.map(({ siblingOrder }) => siblingOrder)).toEqual([1, 1, 2]);
  });

  it('goes back to an earlier answer with everything that followed it', () => {
    const first = withExchange(empty, question, 'a1');
    const longer = withExchange(first, { id: 'q2', parentId: 'a1', content: 'And a plate?' }, 'a3');
    const again = withAnswer(longer, 'q1', 'a2');
    expect(shown(withBranch(again, 'a1'))).toEqual(['q1', 'a1', 'q2', 'a3']);
  });

  it('shows the newest branch when the chosen one is unknown', () => {
    const after = withAnswer(withExchange(empty, question, 'a1'), 'q1', 'a2');
    expect(shown({ ...after, activeLeafId: 'gone' })).toEqual(['q1', 'a2']);
  });

  it('changes one message and leaves the others as they are', () => {
    const before = withExchange(empty, question, 'a1');
    const after = withChanged(before, 'a1', { status: 'stopped', content: 'A bowl' });
    expect(after.messages[0]).toBe(before.messages[0]);
    expect(after.messages[1]).toMatchObject({ status: 'stopped', content: 'A bowl' });
  });
});
