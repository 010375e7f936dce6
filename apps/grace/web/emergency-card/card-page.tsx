import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Checkbox, Group } from '@mantine/core';
import { IconPencil, IconPrinter, IconWallet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import classes from './card.module.css';
import { CardLinks } from './card-links.tsx';
import { CardView } from './card-view.tsx';
import { LinkCode } from './link-code.tsx';
import { printCard } from './print-card.ts';
import { useKeptCard } from './use-kept-card.ts';
import { WalletCard } from './wallet-card.tsx';

/** The emergency card: to show, to print, and for its holder to hand out as a link. */
export function CardPage() {
  const trpc = useTRPC();
  const profile = useProfile();
  const [token, setToken] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(
    trpc.emergencyCard.byProfile.queryOptions({ profileId: profile.id }),
  );
  const { kept, keep } = useKeptCard(profile.id, data);
  usePageTitle('Emergency card');
  const card = data ?? (error ? kept : null);
  if (!card) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const code = token && <LinkCode token={token} size={112} />;
  return (
    <div className={`${page.page} ${classes.sheet}`}>
      {!data && (
        <p role="status" className={classes.kept}>
          This is the copy on this device. It may not be the newest.
        </p>
      )}
      <CardView card={card} code={code} />
      <WalletCard card={card} code={token && <LinkCode token={token} size={64} />} />
      <div className={classes.tools}>
        <Group gap="xs">
          <Button leftSection={<IconPrinter size={20} stroke={1.7} />} onClick={() => printCard('page')}>
            Print a page
          </Button>
          <Button
            variant="default"
            leftSection={<IconWallet size={20} stroke={1.7} />}
            onClick={() => printCard('wallet')}
          >
            Print for the wallet
          </Button>
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
        {profile.rights.isHolder && (
          <>
            <Checkbox
              size="md"
              label="Keep a copy on this device"
              description="It shows without a network. Whoever uses this browser can read it."
              checked={kept !== null}
              onChange={({ currentTarget }) => keep(currentTarget.checked ? card : null)}
            />
            <CardLinks token={token} onToken={setToken} />
          </>
        )}
      </div>
    </div>
  );
}
