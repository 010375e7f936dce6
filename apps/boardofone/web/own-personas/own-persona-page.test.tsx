// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import {
  fireEvent,
  lostConnection,
  Refusal,
  renderWholeApp,
  screen,
  stubProcedures,
  waitFor,
} from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { client, type OwnPersona, type Trial } from '../client.ts';
import { Pages } from '../pages.tsx';

const odile: OwnPersona = {
  code: `mine_${'0'.repeat(32)}`,
  version: 1,
  revision: 3,
  basedOn: 'red_teamer',
  isArchived: false,
  hasSessions: false,
  name: 'Aunt Odile',
  job: 'Asks who bakes',
  lossFunction: 'Nobody slept.',
  blindSpots: ['Bakeries'],
  systemPrompt: 'You have baked for forty years.',
  adversarial: true,
};
const open = () =>
  renderWholeApp(<Pages />, { name: 'boardofone', client, at: `/boardofone/personas/${odile.code}` });
const field = (label: RegExp) => screen.findByLabelText<HTMLTextAreaElement>(label);
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the words of a voice', () => {
  it('are saved with the number of what the page had read, blind spots by line', async () => {
    const calls = stubProcedures('boardofone', {
      'ownPersonas.byCode': () => odile,
      'ownPersonas.edit': () => ({ ...odile, revision: 4 }),
    });
    open();
    fireEvent.change(await field(/Blind spots/), { target: { value: 'Bakeries\n\n Sundays ' } });
    await press('Save');

    await waitFor(() =>
      expect(calls.find(({ path }) => path === 'ownPersonas.edit')?.input).toMatchObject({
        revision: 3,
        blindSpots: ['Bakeries', 'Sundays'],
      }),
    );
    expect(await screen.findByText('Saved')).toBeTruthy();
  });

  it('are kept on the page when another tab was faster, and go back to what is saved when asked to', async () => {
    stubProcedures('boardofone', {
      'ownPersonas.byCode': () => odile,
      'ownPersonas.edit': () => {
        throw new Refusal('STALE_VERSION');
      },
    });
    open();
    fireEvent.change(await field(/^Job/), { target: { value: 'Counts the ovens' } });
    await press('Save');
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect((await field(/^Job/)).value).toBe('Counts the ovens');
    await press('Back to what is saved');

    await waitFor(async () => expect((await field(/^Job/)).value).toBe('Asks who bakes'));
  });

  it('can be saved over newer ones, which are said to be there', async () => {
    let kept = odile;
    const calls = stubProcedures('boardofone', {
      'ownPersonas.byCode': () => kept,
      'ownPersonas.edit': (input: { revision: number; job: string }) => {
        if (input.revision !== kept.revision) throw new Refusal('STALE_VERSION');
        return { ...kept, job: input.job, revision: 5 };
      },
    });
    open();
    fireEvent.change(await field(/^Job/), { target: { value: 'Counts the ovens' } });
    kept = { ...odile, job: 'Asks who pays', revision: 4 };
    await press('Save');
    await screen.findByText(/Saved somewhere else in the meantime/);
    await press('Keep mine');
    expect((await field(/^Job/)).value).toBe('Counts the ovens');
    await press('Save');

    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(calls.findLast(({ path }) => path === 'ownPersonas.edit')?.input).toMatchObject({
      revision: 4,
      job: 'Counts the ovens',
    });
  });

  it('that were saved after all are not asked about when only the answer got lost', async () => {
    let kept = odile;
    stubProcedures('boardofone', {
      'ownPersonas.byCode': () => kept,
      'ownPersonas.edit': (input: { revision: number; job: string }) => {
        if (input.revision !== kept.revision) throw new Refusal('STALE_VERSION');
        kept = { ...kept, job: input.job, revision: 4 };
        throw lostConnection();
      },
    });
    open();
    fireEvent.change(await field(/^Job/), { target: { value: 'Counts the ovens' } });
    await press('Save');
    await screen.findByRole('alert');
    await press('Save');

    // Nothing is left to save, and nothing to go back to.
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Back to what is saved' })).toBeNull());
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    expect(screen.queryByText(/Saved somewhere else/)).toBeNull();
  });

  it('never leave the page with a key in them', async () => {
    const calls = stubProcedures('boardofone', { 'ownPersonas.byCode': () => odile });
    open();
    fireEvent.change(await field(/What the model is told/), {
      target: { value: `You bake with sk-${'a1'.repeat(12)}.` },
    });
    await press('Save');

    expect(await screen.findByText(/looks like a key or a password/)).toBeTruthy();
    expect(calls.filter(({ path }) => path === 'ownPersonas.edit')).toEqual([]);
  });
});

describe('trying a voice', () => {
  it('asks under the same id until there is an answer, and under another one afterwards', async () => {
    const trial: Trial = {
      id: '0',
      version: 1,
      question: '',
      answer: 'Who gets up at two?',
      isRehearsal: false,
      cost: '0.00100000',
    };
    let isBroken = true;
    const calls = stubProcedures('boardofone', {
      'ownPersonas.byCode': () => odile,
      'ownPersonas.try': () => {
        if (isBroken) throw new Refusal('MODEL_UNAVAILABLE');
        return trial;
      },
    });
    const ids = () =>
      calls.flatMap(({ path, input }) => (path === 'ownPersonas.try' ? [(input as { id: string }).id] : []));
    open();
    fireEvent.change(await field(/A question/), { target: { value: 'Do we bake on Sundays?' } });
    await press('Ask');
    expect(await screen.findByRole('alert')).toBeTruthy();
    isBroken = false;
    await press('Ask');
    expect(await screen.findByText('Who gets up at two?')).toBeTruthy();
    await press('Ask');
    await waitFor(() => expect(ids()).toHaveLength(3));

    expect(ids()[1]).toBe(ids()[0]);
    expect(ids()[2]).not.toBe(ids()[0]);
  });
});

it('a voice that is nobody’s of this person is not there', async () => {
  stubProcedures('boardofone', {
    'ownPersonas.byCode': () => {
      throw new Refusal('NOT_FOUND');
    },
  });
  open();

  expect(await screen.findByText('Nothing here')).toBeTruthy();
});
