import { AppMark, accentFor, EmptyState, ErrorState, LoadingState, useApps } from '@commons/ui';
import { Skeleton } from '@mantine/core';
import classes from './launcher.module.css';

/** Every app of this server, as a card that leads to it. */
export function AppCards() {
  const { data: apps, error, refetch } = useApps();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!apps) {
    return (
      <LoadingState label="Loading the apps">
        <div className={classes.cards}>
          <Skeleton height={132} radius="lg" />
          <Skeleton height={132} radius="lg" />
        </div>
      </LoadingState>
    );
  }
  if (apps.length === 0) return <EmptyState title="No apps yet">This server runs no app so far.</EmptyState>;
  return (
    <ul className={classes.cards}>
      {apps.map(({ name, title, description, url }) => (
        <li key={name}>
          <a href={url} className={classes.card}>
            <AppMark title={title} accent={accentFor(name)} size="lg" />
            <span className={classes.title}>{title}</span>
            <span className={classes.description}>{description}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
