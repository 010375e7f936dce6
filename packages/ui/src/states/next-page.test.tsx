import { useInfiniteQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { announced, renderInApp } from '../../testing/render.tsx';
import { HttpError } from '../errors/http-error.ts';
import { NextPage } from './next-page.tsx';

/** Shows which pages it has; `read` answers with the number of the page that follows. */
function List({ read }: { read: (page: number) => Promise<number | null> }) {
  const query = useInfiniteQuery({
    queryKey: ['pages'],
    queryFn: async ({ pageParam }) => ({ page: pageParam, next: await read(pageParam) }),
    initialPageParam: 1,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <>
      <ul>
        {query.data?.pages.map(({ page }) => (
          <li key={page}>{page}</li>
        ))}
      </ul>
      <NextPage query={query}>Older ones</NextPage>
    </>
  );
}

const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
const older = () => screen.findByRole('button', { name: 'Older ones' });
const refused = () => Promise.reject(new HttpError(new Response(null, { status: 500 }), null));

describe('the next page of a list', () => {
  it('is said to be there, and whoever asked stays at the button', async () => {
    renderInApp(<List read={async (page) => (page < 3 ? page + 1 : null)} />);
    const button = await older();
    button.focus();
    fireEvent.click(button);

    await waitFor(() => expect(shown()).toEqual(['1', '2']));
    await waitFor(() => expect(announced()).toBe('More is shown.'));
    expect(document.activeElement).toBe(button);
  });

  it('leaves whoever asked where the button was, when it is the last one', async () => {
    renderInApp(<List read={async (page) => (page < 2 ? page + 1 : null)} />);
    const button = await older();
    button.focus();
    fireEvent.click(button);

    const end = await screen.findByText('That is everything.');
    await waitFor(() => expect(document.activeElement).toBe(end));
  });

  it('is asked for once, however often the button is pressed', async () => {
    const asked: number[] = [];
    const { promise, resolve } = Promise.withResolvers<null>();
    const read = (page: number) => {
      asked.push(page);
      return page === 1 ? Promise.resolve(2) : promise;
    };
    renderInApp(<List read={read} />);
    const button = await older();
    fireEvent.click(button);
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    fireEvent.click(button);
    resolve(null);
    await screen.findByText('That is everything.');

    expect(asked).toEqual([1, 2]);
  });

  it('says that it could not be read, keeps what is shown, and comes at another try', async () => {
    let isBroken = true;
    const read = async (page: number) => (page === 1 ? 2 : isBroken ? await refused() : null);
    renderInApp(<List read={read} />);
    fireEvent.click(await older());

    expect((await screen.findByRole('alert')).textContent).toContain('More could not be read.');
    expect(shown()).toEqual(['1']);
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(shown()).toEqual(['1', '2']));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes the focus from nobody who is elsewhere', async () => {
    renderInApp(
      <>
        <input aria-label="Search" />
        <List read={async (page) => (page < 2 ? page + 1 : null)} />
      </>,
    );
    fireEvent.click(await older());
    screen.getByLabelText('Search').focus();
    await screen.findByText('That is everything.');

    expect(document.activeElement).toBe(screen.getByLabelText('Search'));
  });
});
