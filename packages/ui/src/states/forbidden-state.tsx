import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { errorText } from '../errors/error-text.ts';
import { BackButton } from './back-button.tsx';
import { RequestId } from './request-id.tsx';
import { State } from './state.tsx';

interface ForbiddenStateProps {
  /** What is closed, such as "The notes are closed to you". */
  title?: string;
  /** Why, and who can change it. */
  children?: ReactNode;
  requestId?: string | undefined;
}

/** A place that this account may not enter: why, and who can fix it. */
export function ForbiddenState({
  title = errorText.FORBIDDEN.title,
  children,
  requestId,
}: ForbiddenStateProps) {
  return (
    <State icon={<IconLock stroke={1.4} />} title={title} action={<BackButton />}>
      <p>{children ?? errorText.FORBIDDEN.text}</p>
      <RequestId id={requestId} />
    </State>
  );
}
