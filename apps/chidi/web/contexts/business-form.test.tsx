// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, renderWholeApp, screen, waitFor } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { Chidi } from '../chidi.tsx';
import { type BusinessDetails, client } from '../client.ts';
import { business, businessId } from '../testing/samples.ts';
import { lostConnection, Refusal, stubChidi } from '../testing/stub-chidi.ts';

const openNew = () => renderWholeApp(<Chidi />, { client, at: '/chidi/contexts/new' });
const openSaved = () => renderWholeApp(<Chidi />, { client, at: `/chidi/contexts/${businessId}` });

async function type(label: string | RegExp, text: string): Promise<HTMLInputElement> {
  const field = await screen.findByLabelText<HTMLInputElement>(label);
  fireEvent.change(field, { target: { value: text } });
  return field;
}

const button = (name: string) => screen.findByRole('button', { name });

describe('the form of a business', () => {
  it('puts the cursor where something is missing, and sends nothing', async () => {
    const calls = stubChidi({});
    openNew();
    await type('What we sell', 'Bowls');
    fireEvent.click(await button('Save and ask Chidi'));
    expect(await screen.findByText('Give it a name, for example your shop’s.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(/^Name/));
    expect(calls.some(({ path }) => path === 'contexts.create')).toBe(false);
  });

  it('keeps what was typed through a reload', async () => {
    stubChidi({});
    const { unmount } = openNew();
    await type('What we sell', 'Bowls ');
    unmount();
    openNew();
    expect((await screen.findByLabelText<HTMLInputElement>('What we sell')).value).toBe('Bowls ');
    expect(screen.getByText('1 of 10 sections filled.')).toBeTruthy();
  });

  it('takes a blank at the end while somebody is writing', async () => {
    stubChidi({ 'contexts.byId': () => business });
    openSaved();
    const field = await type('What we sell', `${business.fields.offers} `);
    expect(field.value).toBe(`${business.fields.offers} `);
  });

  it('says how much room is left only when little is', async () => {
    stubChidi({});
    openNew();
    await type('Currency', 'x'.repeat(180));
    expect(screen.queryByText(/of 200 characters/)).toBeNull();
    await type('Currency', 'x'.repeat(190));
    expect(screen.getByText('190 of 200 characters')).toBeTruthy();
    await type('Currency', 'x'.repeat(203));
    expect(screen.getByText('3 characters too many.')).toBeTruthy();
  });

  it('creates one business, however often its answer gets lost', async () => {
    let attempts = 0;
    const calls = stubChidi({
      'contexts.create': ({ id, name, fields }: BusinessDetails) => {
        attempts++;
        if (attempts === 1) throw lostConnection();
        return { ...business, id, name, fields, version: 1 };
      },
    });
    openNew();
    await type(/^Name/, 'Okafor Ceramics');
    fireEvent.click(await button('Save and ask Chidi'));
    expect(await screen.findByText('No connection to the server')).toBeTruthy();
    fireEvent.click(await button('Save and ask Chidi'));
    await waitFor(() => expect(window.location.pathname).toBe('/chidi/'));
    const created = calls.filter(({ path }) => path === 'contexts.create').map(({ input }) => input);
    expect(created[1]).toEqual(created[0]);
  });

  it('does not lose what was changed between an attempt that had arrived after all and the next', async () => {
    const calls = stubChidi({
      'contexts.create': ({ id }: { id: string }) => ({ ...business, id, version: 1 }),
      'contexts.update': (sent: BusinessDetails) => ({ ...business, ...sent, version: 2 }),
    });
    openNew();
    await type(/^Name/, 'Okafor & Daughters');
    fireEvent.click(await button('Save and ask Chidi'));
    await waitFor(() =>
      expect(calls.find(({ path }) => path === 'contexts.update')?.input).toMatchObject({
        name: 'Okafor & Daughters',
        version: 1,
      }),
    );
  });

  it('keeps both texts when somebody else has saved, until one of them is chosen', async () => {
    let theirs = business;
    const calls = stubChidi({
      'contexts.byId': () => theirs,
      'contexts.update': (sent: BusinessDetails) => {
        if (sent.version !== theirs.version) throw new Refusal('STALE_VERSION');
        return { ...theirs, ...sent, version: sent.version + 1 };
      },
    });
    openSaved();
    await type('Goals', 'Mine');
    theirs = { ...business, version: 4, fields: { ...business.fields, goals: 'Theirs' } };
    fireEvent.click(await button('Save changes'));
    expect(await screen.findByText('Somebody saved a newer version')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Goals').value).toBe('Mine');

    fireEvent.click(await button('Load theirs'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Goals').value).toBe('Theirs'));
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Goals').value).toBe('Mine'));

    fireEvent.click(await button('Save mine over it'));
    expect(await screen.findByText('Saved. Answers start from version 5 now.')).toBeTruthy();
    expect(calls.findLast(({ path }) => path === 'contexts.update')?.input).toMatchObject({ version: 4 });
  });

  it('says in the server’s words why a business cannot be deleted', async () => {
    stubChidi({
      'contexts.list': () => [business],
      'contexts.remove': () => {
        throw new Refusal('CONFLICT', 'This business has conversations.');
      },
    });
    renderWholeApp(<Chidi />, { client, at: '/chidi/contexts' });
    fireEvent.click(await button('Delete Okafor Ceramics'));
    fireEvent.click(await button('Delete'));
    expect(await screen.findByText('This business has conversations.')).toBeTruthy();
  });
});
