import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';

/** Leads to what the caller was told, and counts what they have not read. */
export function NoticesBell() {
  const trpc = useTRPC();
  const { data: unread = 0, isLoadingError } = useQuery(trpc.notices.unread.queryOptions());
  const count = isLoadingError ? '?' : unread > 99 ? '99+' : String(unread);
  const known = unread === 0 ? 'Notices' : `Notices, ${count} not read`;
  // No number at all would mean that there is nothing new.
  const label = isLoadingError ? 'Notices; whether there are new ones could not be read' : known;
  return (
    <Indicator label={count} size={20} offset={8} disabled={unread === 0 && !isLoadingError} inline>
      <ActionIcon component={Link} href="/notices" size={48} variant="subtle" color="gray" aria-label={label}>
        <IconBell size={24} stroke={1.7} />
      </ActionIcon>
    </Indicator>
  );
}
