import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeError } from '../errors/describe-error.ts';
import { useRetryWait } from '../errors/use-retry-wait.ts';
import { waitText } from '../time/wait-text.ts';
import classes from './states.module.css';

/** What it needs of the query that failed. */
export interface FailedQuery {
  error: unknown;
  isFetching: boolean;
  refetch(): Promise<unknown>;
}

interface PartFailedProps {
  query: FailedQuery;
  /** What is missing, and what follows from it, in a sentence. */
  children: ReactNode;
}

/** In place of a small part of a page that could not be read; the rest of the page stays as it is. */
export function PartFailed({ query: { error, isFetching, refetch }, children }: PartFailedProps) {
  const { text } = describeError(error);
  const waitSeconds = useRetryWait(error);
  return (
    <div role="alert" className={classes.part}>
      <p>
        <strong>{children}</strong> {text}
      </p>
      <Button
        variant="default"
        disabled={waitSeconds > 0}
        // Not disabled meanwhile: who pressed it stays where they are.
        aria-disabled={isFetching}
        leftSection={isFetching && <Loader size="1rem" aria-hidden="true" />}
        onClick={() => {
          if (!isFetching) void refetch();
        }}
      >
        Try again{waitSeconds > 0 && ` in ${waitText(waitSeconds)}`}
      </Button>
    </div>
  );
}
