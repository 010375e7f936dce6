import { EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Redirect } from 'wouter';
import { useTRPC } from '../client.ts';
import { NoticesBell } from '../notices/notices-bell.tsx';
import page from '../page.module.css';
import classes from './home-page.module.css';
import { PersonPhoto } from './person-photo.tsx';

/** Everybody the caller cares for; with one person it leads straight to them. */
export function HomePage() {
  const trpc = useTRPC();
  const { data: profiles, error, refetch } = useQuery(trpc.profiles.list.queryOptions());
  usePageTitle('Your people');
  if (!profiles)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const [first] = profiles;
  if (first && profiles.length === 1) return <Redirect to={`/p/${first.id}/`} replace />;
  const add = (
    <Button component={Link} href="/people/new" size="md">
      Add a person
    </Button>
  );
  if (!first) {
    return (
      <>
        <h1 className="ui-hidden">Welcome to GRACE</h1>
        <EmptyState title="Who is this for?" action={add}>
          <p>Begin with yourself, or with somebody you care for. Others join by invitation.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Your people</Title>
        <div className={classes.actions}>
          <NoticesBell />
          {add}
        </div>
      </div>
      <ul className={classes.list}>
        {profiles.map((profile) => (
          <li key={profile.id}>
            <Link href={`/p/${profile.id}/`} className={classes.person}>
              <PersonPhoto person={profile} size={56} />
              {profile.preferredName}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
