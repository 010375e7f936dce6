import { Group } from '@mantine/core';
import type { EmergencyCard } from '../client.ts';
import page from '../page.module.css';
import classes from './card.module.css';
import { CardView } from './card-view.tsx';
import { PrintButtons } from './print-buttons.tsx';
import { WalletCard } from './wallet-card.tsx';

/** The copy of this device, also where nothing else about the person is on it any more. */
export function KeptCard({ card }: { card: EmergencyCard }) {
  return (
    <div className={`${page.page} ${classes.sheet}`}>
      <p role="status" className={classes.kept}>
        This is the copy on this device. It may not be the newest.
      </p>
      <CardView card={card} />
      <WalletCard card={card} />
      <Group gap="xs" className={classes.tools}>
        <PrintButtons />
      </Group>
    </div>
  );
}
