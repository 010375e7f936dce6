import { EmptyState, ErrorState, LoadingState, useOnline, usePageTitle } from '@commons/ui';
import { Button, Checkbox, Group } from '@mantine/core';
import { IconCloudOff, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import classes from './card.module.css';
import { CardLinks } from './card-links.tsx';
import { CardView } from './card-view.tsx';
import { KeptCard } from './kept-card.tsx';
import { LinkCode } from './link-code.tsx';
import { PrintButtons } from './print-buttons.tsx';
import { useKeptCard } from './use-kept-card.ts';
import { WalletCard } from './wallet-card.tsx';

/** The emergency card: to show, to print, and for its holder to hand out as a link. */
export function CardPage() {
  const profile = useProfile();
  const [token, setToken] = useState<string | null>(null);
  const { data: card, error, refetch, kept, keep } = useKeptCard(profile.id);
  const isOnline = useOnline();
  usePageTitle('Emergency card');
  if (!card) {
    if (kept && (error || !isOnline)) return <KeptCard card={kept} />;
    if (kept === null && !isOnline) return <NoCopy />;
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  }
  return (
    <div className={`${page.page} ${classes.sheet}`}>
      <CardView card={card} code={token && <LinkCode token={token} size={112} />} />
      <WalletCard card={card} code={token && <LinkCode token={token} size={64} />} />
      <div className={classes.tools}>
        <Group gap="xs">
          <PrintButtons />
          {may(profile, 'emergency_card', 'manage') && (
            <Button
              component={Link}
              href={`/p/${profile.id}/emergency-card/edit`}
              variant="default"
              leftSection={<IconPencil size={20} stroke={1.7} />}
            >
              Change
            </Button>
          )}
        </Group>
        {profile.rights.isHolder ? (
          <>
            <Checkbox
              size="md"
              label="Keep a copy on this device"
              description={
                kept
                  ? 'It shows without a network, until you sign out here. Whoever uses this browser can read it.'
                  : 'Without a copy this card shows only with a network. Whoever uses this browser can read the copy.'
              }
              checked={Boolean(kept)}
              onChange={({ currentTarget }) => keep(currentTarget.checked ? card : null)}
            />
            <CardLinks token={token} onToken={setToken} />
          </>
        ) : (
          <p className={page.lead}>This card shows only with a network. Print it to have it without one.</p>
        )}
      </div>
    </div>
  );
}

function NoCopy() {
  const { preferredName } = useProfile();
  return (
    <EmptyState title="No copy of this card is on this device" icon={<IconCloudOff stroke={1.4} />}>
      <p>
        {preferredName}’s emergency card shows as soon as there is a connection. Whoever holds the record can
        then keep a copy here, below the card, or print it.
      </p>
    </EmptyState>
  );
}
