// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, Stream, screen, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it, vi } from 'vitest';
import { logOf, sessionId, wholeSession } from '../../deliberation/testing/sample-log.ts';
import { sampleRecord } from '../../record/testing/sample-record.ts';
import { contribution, memo, open, session, stubBoard } from '../testing/stub-board.ts';

const said = [
  contribution('zara-1'),
  contribution('milo-1', {
    optionId: 'nothing',
    speakerOrder: ['ines'],
    statements: [
      { label: 'ASSUMPTION', text: 'The lease can be had.', source: null },
      { label: 'UNKNOWN', text: 'How long is the lease?', source: null },
    ],
  }),
  contribution('ines-2'),
];

const openMemo = (procedures: Parameters<typeof stubBoard>[1] = {}) => {
  const calls = stubBoard(logOf(...wholeSession), {
    'room.memo': () => memo,
    'room.contributions': () => said,
    ...procedures,
  });
  open(`/sessions/${sessionId}/memo`);
  return calls;
};
const part = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the memo', () => {
  it('leads from a claim to the words that it rests on, in place', async () => {
    openMemo();
    const recommendation = await part('Recommendation');
    const source = recommendation.getByText('Zara Morales, round 1');

    expect(source.closest('details')?.open).toBe(false);
    fireEvent.click(source);
    expect(source.closest('details')?.textContent).toContain('What zara argues in round 1.');
    expect(recommendation.queryByText(/Unsupported/)).toBeNull();
  });

  it.each(['Risks', 'Next step'])('flags what rests on nothing of this session: %s', async (name) => {
    openMemo();

    expect((await part(name)).getByText(/Unsupported/)).toBeTruthy();
  });

  it('calls nothing unsupported because of words that were not read', async () => {
    let isBroken = true;
    let times = 0;
    openMemo({
      // As it was read early in the debate, and not since.
      'room.contributions': () => {
        times += 1;
        if (times === 1) return said.slice(1, 2);
        if (isBroken) throw new Refusal('INTERNAL');
        return said;
      },
    });
    const again = await screen.findByRole('button', { name: 'Try again' });

    expect(screen.queryByText(/Unsupported/)).toBeNull();
    isBroken = false;
    fireEvent.click(again);
    expect((await part('Recommendation')).getByText('Zara Morales, round 1')).toBeTruthy();
  });

  it('comes by itself once it is written', async () => {
    let isWritten = false;
    openMemo({
      'room.memo': () => {
        if (!isWritten) throw new Refusal('NOT_FOUND');
        return memo;
      },
    });
    await screen.findByText('There is no memo yet');
    isWritten = true;
    Stream.opened.at(-1)?.send({ sessionId });

    expect(await part('Recommendation')).toBeTruthy();
  });

  it('says which limit a second asking meets, where no field can be marked, and the way on', async () => {
    openMemo({
      'sessions.create': () => {
        const seatsWanted = ['Your tier has up to 3 seats.'];
        throw new Refusal('BAD_INPUT', 'Check the marked fields.', undefined, { seatsWanted });
      },
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'How long is the lease?' }));
    fireEvent.change(await screen.findByLabelText('What you found out'), { target: { value: 'Until May.' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Ask the board again with this' }));

    expect(await screen.findByText('Your tier has up to 3 seats.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ask again with other settings' }).getAttribute('href')).toBe(
      `/boardofone/new?from=${sessionId}`,
    );
  });

  it('always has the minority report, with names in the place of labels', async () => {
    openMemo();
    const report = await part('Minority report');

    expect(report.getByRole('heading', { name: 'O3 Do nothing' })).toBeTruthy();
    expect(report.getByText('Ines Okoro forgets the rent.')).toBeTruthy();
    expect(report.getByText('If the rent were half.')).toBeTruthy();
    expect(report.queryByRole('button')).toBeNull();
  });

  it('sets three answers beside each other with their costs, and says when the debate changed nothing', async () => {
    openMemo();
    const strip = await part('Was the debate worth it?');

    expect(strip.getAllByRole('term').map(({ parentElement }) => parentElement?.textContent)).toEqual([
      'One model aloneExtend the one we have$0.0010',
      'After the blind roundOpen a second bakery$0.0040',
      'After the debateLeft to you$0.0090',
    ]);
    expect(strip.getByText('The debate changed nothing.')).toBeTruthy();
  });

  it('puts the decision before the board again with what was found out, and keeps that meanwhile', async () => {
    const calls = openMemo({ 'sessions.create': ({ id }: { id: string }) => ({ ...session, id }) });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'How long is the lease?' }));
    fireEvent.change(await screen.findByLabelText('What you found out'), {
      target: { value: 'Until May 2028.' },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Ask the board again with this' }));

    await waitFor(() =>
      expect(calls.find(({ path }) => path === 'sessions.create')?.input).toMatchObject({
        problem: session.problem,
        context: 'Found out since:\nHow long is the lease? Until May 2028.',
      }),
    );
  });

  it('saves the memo as Markdown and the record as JSON', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => {
          saved.push(blob);
          return 'blob:saved';
        },
        revokeObjectURL: () => {},
      }),
    );
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    openMemo({ 'room.exportRecord': () => sampleRecord });
    fireEvent.click(await screen.findByRole('button', { name: 'Markdown' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'JSON record' }));
    await waitFor(() => expect(saved).toHaveLength(2));

    expect(saved.map(({ type }) => type)).toEqual(['text/markdown', 'application/json']);
    expect(await saved[0]?.text()).toContain('## Minority report');
    expect(JSON.parse((await saved[1]?.text()) ?? '')).toEqual(sampleRecord);
  });

  it('stays a rehearsal when a model has been configured since', async () => {
    openMemo({
      'sessions.byId': () => ({ ...session, isRehearsal: true }),
      'account.mine': () => ({ model: { provider: 'anthropic', model: 'a-model', offline: false } }),
    });

    expect(await screen.findByText(/No language model was configured when this was said/)).toBeTruthy();
  });

  it('does not become a rehearsal when there is no model any more', async () => {
    openMemo({ 'sessions.byId': () => ({ ...session, isRehearsal: false }) });
    await part('Recommendation');

    expect(screen.queryByRole('complementary', { name: 'No language model' })).toBeNull();
  });

  it('says where it will be while there is none', async () => {
    openMemo({
      'room.memo': () => {
        throw new Refusal('NOT_FOUND');
      },
    });

    expect(await screen.findByRole('heading', { name: 'There is no memo yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To the room' })).toBeTruthy();
  });
});
