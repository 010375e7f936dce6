// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { act, fireEvent, renderWholeApp, screen, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { Chidi } from '../chidi.tsx';
import { type Conversation, client } from '../client.ts';
import { answer, business, conversation, conversationId, question } from '../testing/samples.ts';
import { lostConnection, Refusal, Stream, stubChidi } from '../testing/stub-chidi.ts';

const open = () => renderWholeApp(<Chidi />, { client, at: `/chidi/c/${conversationId}` });

const shows = (shown: Conversation) => ({
  'contexts.list': () => [business],
  'conversations.byId': () => shown,
  'conversations.list': () => ({ items: [shown], nextCursor: null }),
});

const withAnswer = (change: Partial<typeof answer>) => ({
  ...conversation,
  messages: [question, { ...answer, ...change }],
});

async function write(text: string): Promise<HTMLTextAreaElement> {
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Message to Chidi');
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: 'Enter' });
  return field;
}

const followed = () => Stream.opened.filter(({ url }) => url.includes('messages.follow')) as Stream[];

describe('a conversation', () => {
  it('shows its messages, its title and its business', async () => {
    stubChidi(shows(conversation));
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Prices' })).toBeTruthy();
    expect(await screen.findByText('A bowl costs 38 EUR.')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Business: Okafor Ceramics' })).toBeTruthy();
  });

  it('sends a question that got lost once more under the same id, and shows it once', async () => {
    let attempts = 0;
    const calls = stubChidi({
      ...shows(conversation),
      'messages.send': ({ id }: { id: string }) => {
        attempts++;
        if (attempts === 1) throw lostConnection();
        return { conversationId, questionId: id, answerId: 'a2' };
      },
    });
    open();
    const field = await write('And a plate?');
    expect(await screen.findByText(/Nothing you typed is lost/)).toBeTruthy();
    expect(field.value).toBe('And a plate?');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(field.value).toBe(''));
    const sent = calls.filter(({ path }) => path === 'messages.send').map(({ input }) => input);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(within(screen.getByRole('log')).getAllByText('And a plate?')).toHaveLength(1);
  });

  it('adds what arrives of a running answer to what is there, without a repetition', async () => {
    stubChidi(shows(withAnswer({ content: 'A bowl ', status: 'streaming', receipt: null })));
    open();
    await waitFor(() => expect(followed()).toHaveLength(1));
    const [stream] = followed() as [Stream];
    expect(decodeURIComponent(stream.url)).toContain('"offset":7');
    await act(async () => {
      stream.send({ type: 'text', offset: 2, text: 'bowl costs ' }, '13');
      stream.send({ type: 'text', offset: 13, text: '38 EUR.' }, '20');
    });
    expect(await screen.findByText('A bowl costs 38 EUR.')).toBeTruthy();
  });

  it('says how an answer ended, and what can be done', async () => {
    let shown = withAnswer({ content: 'A bowl ', status: 'streaming', receipt: null });
    stubChidi({ ...shows(shown), 'conversations.byId': () => shown });
    open();
    await waitFor(() => expect(followed()).toHaveLength(1));
    shown = withAnswer({ content: 'A bowl ', status: 'error', errorCode: 'MODEL_STREAM_CUT' });
    await act(async () =>
      followed()[0]?.send({ type: 'end', status: 'error', errorCode: 'MODEL_STREAM_CUT' }, '7'),
    );
    expect(await screen.findByText('The answer broke off')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Continue' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'What I knew' })).toBeTruthy();
  });

  it('says of an answer whose row could not be read that what it knew is not known here', async () => {
    let isBroken = false;
    const shown = withAnswer({ content: 'A bowl ', status: 'streaming', receipt: null });
    stubChidi({
      ...shows(shown),
      'conversations.byId': () => {
        if (isBroken) throw new Refusal('INTERNAL');
        return shown;
      },
    });
    open();
    await waitFor(() => expect(followed()).toHaveLength(1));
    isBroken = true;
    await act(async () => followed()[0]?.send({ type: 'end', status: 'complete', errorCode: null }, '7'));
    fireEvent.click(await screen.findByRole('button', { name: 'What I knew' }));

    expect(await screen.findByText('What this answer was given to know could not be read.')).toBeTruthy();
    expect(screen.queryByText(/ended before anything was put together/)).toBeNull();
  });

  it('says so, calmly, while the connection to a running answer is lost', async () => {
    stubChidi(shows(withAnswer({ content: 'A bowl ', status: 'streaming', receipt: null })));
    open();
    await waitFor(() => expect(followed()).toHaveLength(1));
    act(() => void followed()[0]?.dispatchEvent(new Event('error')));
    expect(await screen.findByText(/Reconnecting/)).toBeTruthy();
    expect(screen.getByText('A bowl')).toBeTruthy();
  });

  it('writes an answer of which nothing had arrived once more, instead of another beside it', async () => {
    const calls = stubChidi({
      ...shows(withAnswer({ content: '', status: 'error', errorCode: 'MODEL_RATE_LIMITED' })),
      'messages.continue': () => null,
    });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(calls).toContainEqual({ path: 'messages.continue', input: { answerId: 'a1' } }),
    );
  });

  it('goes on to the message field after Continue, Try again and Stop, whose buttons go away', async () => {
    stubChidi({
      ...shows(withAnswer({ content: 'A bowl', status: 'error', errorCode: 'MODEL_STREAM_CUT' })),
      'messages.regenerate': ({ id }: { id: string }) => ({ conversationId, questionId: 'q1', answerId: id }),
      'messages.continue': () => null,
      'messages.stop': () => null,
    });
    open();
    for (const name of ['Continue', 'Stop', 'Try again']) {
      const button = await screen.findByRole('button', { name });
      button.focus();
      fireEvent.click(button);
      expect(document.activeElement).toBe(screen.getByLabelText('Message to Chidi'));
    }
    expect(await screen.findByText('2 / 2')).toBeTruthy();
  });

  it('keeps a broken answer beside the new one, and asks for that under one id until it is there', async () => {
    const asked: string[] = [];
    stubChidi({
      ...shows(withAnswer({ content: 'A bowl', status: 'error', errorCode: 'MODEL_STREAM_CUT' })),
      'messages.regenerate': ({ id }: { id: string }) => {
        asked.push(id);
        if (asked.length === 1) throw lostConnection();
        return { conversationId, questionId: 'q1', answerId: id };
      },
    });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(asked).toHaveLength(1));
    await screen.findByText('No connection to the server');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('2 / 2')).toBeTruthy();
    expect(asked[1]).toBe(asked[0]);
  });

  it('puts a declined question back into the field, and sends what comes of it in its place', async () => {
    const calls = stubChidi({
      ...shows(withAnswer({ content: '', status: 'error', errorCode: 'MODEL_REFUSED' })),
      'messages.send': ({ id }: { id: string }) => ({ conversationId, questionId: id, answerId: 'a2' }),
    });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Edit the question' }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Message to Chidi')).value).toBe(
      question.content,
    );
    await write('What does a bowl cost?');
    await waitFor(() => expect(calls.filter(({ path }) => path === 'messages.send')).toHaveLength(1));
    expect(calls.find(({ path }) => path === 'messages.send')?.input).toMatchObject({
      parentId: null,
      content: 'What does a bowl cost?',
    });
  });

  it('says that there is nothing at the address of somebody else’s conversation, or of none', async () => {
    for (const code of ['NOT_FOUND', 'BAD_INPUT']) {
      stubChidi({
        'conversations.byId': () => {
          throw new Refusal(code);
        },
      });
      const { unmount } = open();
      expect(await screen.findByText('Nothing here')).toBeTruthy();
      unmount();
    }
  });

  it('opens what an answer was given to know', async () => {
    stubChidi(shows(conversation));
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'What I knew' }));
    const dialog = await screen.findByRole('dialog', { name: 'What I knew' });
    expect(within(dialog).getByRole('row', { name: 'What we sell 12' })).toBeTruthy();
    expect(within(dialog).getByRole('row', { name: 'Together 17' })).toBeTruthy();
    expect(within(dialog).getByText('No price known')).toBeTruthy();
    expect(within(dialog).getByText('tiny-1')).toBeTruthy();
  });
});
