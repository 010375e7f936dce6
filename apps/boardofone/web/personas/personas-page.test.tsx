// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, renderWholeApp, screen, stubProcedures, waitFor } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { client, type Persona, type PersonaDetail } from '../client.ts';
import { Pages } from '../pages.tsx';

const pádraig: Persona = {
  code: 'delphi_moderator',
  version: 1,
  name: 'Pádraig Ó Lochlainn',
  job: 'Gathers judgements',
  expertise: 'Estimates',
  businessFunction: 'science',
  temperament: 'patient',
  method: 'Delphi',
  lossFunction: 'The first voice wins.',
  keywords: ['vote'],
  adversarial: false,
  isMine: false,
  isArchived: false,
};
const mireille: Persona = {
  ...pádraig,
  code: 'red_teamer',
  name: 'Mireille Sabourin',
  businessFunction: 'security',
  temperament: 'blunt',
  adversarial: true,
};
const details: PersonaDetail = {
  ...mireille,
  blindSpots: ['Sees malice'],
  systemPrompt: 'I want in.\n\nYou attack.',
  isRetired: false,
};
const catalogue = () =>
  stubProcedures('boardofone', {
    'personas.list': () => [pádraig, mireille],
    'personas.byCode': () => details,
  });
const open = (query = '') =>
  renderWholeApp(<Pages />, { name: 'boardofone', client, at: `/boardofone/personas${query}` });
const names = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

describe('the catalogue', () => {
  it('shows everybody, and counts them', async () => {
    catalogue();
    open();

    expect(await screen.findByText('2 personas')).toBeTruthy();
    expect(names()).toEqual(['Mireille Sabourin', 'Pádraig Ó Lochlainn']);
  });

  it('has one’s own voices in a part of their own, with a way to their page', async () => {
    const mine = { ...mireille, code: `mine_${'0'.repeat(32)}`, name: 'Aunt Odile', isMine: true };
    stubProcedures('boardofone', { 'personas.list': () => [mine, pádraig, mireille] });
    open();
    const link = await screen.findByRole('link', { name: 'Aunt Odile' });

    expect(names()).toEqual(['Mine', 'Everybody’s']);
    expect(screen.getByText('2 personas, and 1 of your own')).toBeTruthy();
    expect(link.getAttribute('href')).toBe(`/boardofone/personas/${mine.code}`);
  });

  it('finds a name that is typed without its accents, and keeps the search in the address', async () => {
    catalogue();
    open();
    fireEvent.change(await screen.findByLabelText('Search'), { target: { value: 'padraig' } });

    await waitFor(() => expect(names()).toEqual(['Pádraig Ó Lochlainn']));
    expect(screen.getByText('1 of 2 personas')).toBeTruthy();
    expect(window.location.search).toBe('?text=padraig');
  });

  it('opens with the view that an address holds', async () => {
    catalogue();
    open('?function=security&sceptics=1&text=mireille');

    await waitFor(() => expect(names()).toEqual(['Mireille Sabourin']));
    expect(screen.getByLabelText<HTMLInputElement>('Search').value).toBe('mireille');
    expect(screen.getByLabelText<HTMLInputElement>('Only those who oppose').checked).toBe(true);
  });

  it('says so when nobody fits, and shows everybody again', async () => {
    catalogue();
    open('?text=zeppelin&temperament=blunt');
    fireEvent.click(await screen.findByRole('button', { name: 'Show everybody' }));

    await waitFor(() => expect(names()).toHaveLength(2));
    expect(screen.getByLabelText<HTMLInputElement>('Search').value).toBe('');
    expect(window.location.search).toBe('');
  });

  it('says what to do while nobody is in it', async () => {
    const people: Persona[] = [];
    stubProcedures('boardofone', { 'personas.list': () => people });
    open();
    const again = await screen.findByRole('button', { name: 'Look again' });
    people.push(mireille);
    fireEvent.click(again);

    await waitFor(() => expect(names()).toEqual(['Mireille Sabourin']));
  });

  it('says what happened when it cannot be read, and reads again when asked to', async () => {
    let broken = true;
    stubProcedures('boardofone', {
      'personas.list': () => {
        if (broken) throw new Refusal('INTERNAL');
        return [mireille];
      },
    });
    open();
    const again = await screen.findByRole('button', { name: 'Try again' });
    broken = false;
    fireEvent.click(again);

    await waitFor(() => expect(names()).toEqual(['Mireille Sabourin']));
  });
});

describe('one persona', () => {
  it('shows the whole prompt, and an address of its own', async () => {
    catalogue();
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Mireille Sabourin' }));

    expect(await screen.findByText('You attack.')).toBeTruthy();
    expect(screen.getByText('Sees malice')).toBeTruthy();
    expect(window.location.search).toBe('?persona=red_teamer');
  });

  it('is open when its address is opened, and says when it joins no new panels', async () => {
    stubProcedures('boardofone', {
      'personas.list': () => [pádraig],
      'personas.byCode': () => ({ ...details, isRetired: true }),
    });
    open('?persona=red_teamer');

    expect(await screen.findByText(/Joins no new panels/)).toBeTruthy();
  });

  it('that nobody knows leaves the catalogue as it is', async () => {
    stubProcedures('boardofone', {
      'personas.list': () => [pádraig],
      'personas.byCode': () => {
        throw new Refusal('NOT_FOUND');
      },
    });
    open('?persona=nobody');

    expect(await screen.findByText('Nothing here')).toBeTruthy();
  });
});
