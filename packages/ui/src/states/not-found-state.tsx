import { IconCompass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { errorText } from '../errors/error-text.ts';
import { BackButton } from './back-button.tsx';
import { State } from './state.tsx';

/** An address that leads nowhere, or to something that is not this person's. */
export function NotFoundState({ children }: { children?: ReactNode }) {
  return (
    <State icon={<IconCompass stroke={1.4} />} title={errorText.NOT_FOUND.title} action={<BackButton />}>
      <p>{children ?? errorText.NOT_FOUND.text}</p>
    </State>
  );
}
