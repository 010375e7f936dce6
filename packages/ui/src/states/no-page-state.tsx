import { IconCompass } from '@tabler/icons-react';
import { BackButton } from './back-button.tsx';
import { State } from './state.tsx';

/** An address for which there is no page; something missing on a page there is has `NotFoundState`. */
export function NoPageState() {
  return (
    <State icon={<IconCompass stroke={1.4} />} title="There is no such page" action={<BackButton />}>
      <p>Check the address, or begin at the start.</p>
    </State>
  );
}
