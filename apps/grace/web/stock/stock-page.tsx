import { EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { PrintedFor } from '../print/printed-for.tsx';
import { StockCard } from './stock-card.tsx';
import classes from './stock-page.module.css';
import { type Stock, useStockChanges } from './use-stock-changes.ts';

/** What is left of each medicine, until when it suffices, and what came in. */
export function StockPage() {
  usePageTitle('Stock');
  return (
    <div className={page.page}>
      <Title order={1}>Stock</Title>
      <PrintedFor />
      <Medicines />
    </div>
  );
}

function Medicines() {
  const trpc = useTRPC();
  const profile = useProfile();
  const { data, error, refetch } = useQuery(trpc.stock.list.queryOptions({ profileId: profile.id }));
  const changes = useStockChanges(profile.id);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (data.length === 0) {
    const medicines = (
      <Button component={Link} href={`/p/${profile.id}/medications`} size="md">
        Medicines
      </Button>
    );
    return (
      <EmptyState title="Nothing to count yet" icon={<IconPackage stroke={1.4} />} action={medicines}>
        <p>Once {profile.preferredName} has a medicine, this page says how long it will last.</p>
      </EmptyState>
    );
  }
  const isAllowed = may(profile, 'medications', 'log');
  return (
    <ul className={classes.list}>
      {(profile.isPlain ? refillsFirst(data) : data).map((stock) => (
        <li key={stock.medicationId}>
          <StockCard stock={stock} changes={isAllowed ? changes : undefined} />
        </li>
      ))}
    </ul>
  );
}

function refillsFirst(stocks: readonly Stock[]): Stock[] {
  return stocks.toSorted((a, b) => Number(b.isRefillDue) - Number(a.isRefillDue));
}
