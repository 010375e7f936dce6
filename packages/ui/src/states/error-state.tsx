import { Button } from '@mantine/core';
import { IconCloudOff, IconMoodConfuzed } from '@tabler/icons-react';
import { describeError } from '../errors/describe-error.ts';
import { useRetryWait } from '../errors/use-retry-wait.ts';
import { waitText } from '../time/wait-text.ts';
import { ForbiddenState } from './forbidden-state.tsx';
import { NotFoundState } from './not-found-state.tsx';
import { RequestId } from './request-id.tsx';
import { State } from './state.tsx';

interface ErrorStateProps {
  /** Whatever was thrown. */
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** A failed screen: what happened, what to do, the request id, and Retry. Forbidden and missing have their own. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { code, title, text, action, requestId } = describeError(error);
  const waitSeconds = useRetryWait(error);
  if (code === 'FORBIDDEN') return <ForbiddenState requestId={requestId}>{text}</ForbiddenState>;
  if (code === 'NOT_FOUND') return <NotFoundState />;
  const reload = action === 'reload' || !onRetry;
  return (
    <State
      role="alert"
      icon={code === 'OFFLINE' ? <IconCloudOff stroke={1.4} /> : <IconMoodConfuzed stroke={1.4} />}
      title={title}
      action={
        <Button
          variant="default"
          disabled={waitSeconds > 0}
          onClick={reload ? () => window.location.reload() : onRetry}
        >
          {reload ? 'Reload the page' : 'Try again'}
          {waitSeconds > 0 && ` in ${waitText(waitSeconds)}`}
        </Button>
      }
    >
      <p>{text}</p>
      <RequestId id={requestId} />
    </State>
  );
}
