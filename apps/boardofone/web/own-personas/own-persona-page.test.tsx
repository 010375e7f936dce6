// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, renderWholeApp, screen, stubProcedures, waitFor } from '@commons/ui/testing';
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
