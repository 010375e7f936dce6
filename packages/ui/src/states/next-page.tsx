import { Button, type ButtonProps, Loader } from '@mantine/core';
import { useState } from 'react';
import { useAnnounce } from '../announce/announcer.tsx';
import { PartFailed } from './part-failed.tsx';
import classes from './states.module.css';

/** What it needs of an infinite query. */
export interface PagedQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage(): Promise<{ isError: boolean }>;
}

interface NextPageProps {
  query: PagedQuery;
  /** What the button says, such as "Older notes". */
  children: string;
  size?: ButtonProps['size'];
}

/** Asks for the next page below a list, and says why when it does not come; nothing where all is shown from the start. */
export function NextPage({ query, children, size }: NextPageProps) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = query;
  const announce = useAnnounce();
  const [wasAsked, setAsked] = useState(false);
  if (!hasNextPage) return wasAsked ? <LastPage /> : null;
  const more = async () => {
    if (isFetchingNextPage) return;
    setAsked(true);
    const { isError } = await fetchNextPage();
    if (!isError) announce('More is shown.');
  };
  if (isFetchNextPageError) {
    return (
      <PartFailed query={{ error, isFetching: isFetchingNextPage, refetch: more }}>
        More could not be read.
      </PartFailed>
    );
  }
  return (
    <div>
      <Button
        variant="default"
        size={size ?? 'sm'}
        // Not disabled meanwhile: who came here by keyboard stays where they are.
        aria-disabled={isFetchingNextPage}
        leftSection={isFetchingNextPage && <Loader size="1rem" aria-hidden="true" />}
        onClick={() => void more()}
      >
        {children}
      </Button>
    </div>
  );
}

function LastPage() {
  return (
    <p tabIndex={-1} className={classes.lastPage} ref={takeLostFocus}>
      That is everything.
    </p>
  );
}

/** Who pressed the button that is gone goes on from its place; nobody else is moved. */
function takeLostFocus(node: HTMLElement | null): void {
  if (document.activeElement === document.body) node?.focus({ preventScroll: true });
}
