import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import { newConversationAbout } from '../conversations/use-new-conversation-path.ts';
import { BusinessForm } from './business-form.tsx';
import classes from './businesses.module.css';

/** What Chidi knows about one business. */
export function BusinessPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: business, error, refetch } = useQuery(trpc.contexts.byId.queryOptions({ id }));
  usePageTitle('Business');
  if (!business) {
    if (!error) return <LoadingState label="Loading the business" />;
    // What is no id at all leads nowhere just as well.
    if (describeError(error).code === 'BAD_INPUT') return <NotFoundState />;
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} dir="auto">
            {business.name}
          </Title>{' '}
          <p className={classes.lead}>
            Chidi reads this before every answer. Answers that are there already stay as they are, with the
            version that they were written from.
          </p>
        </div>
        <Button component={Link} href={newConversationAbout(id)} variant="light">
          Ask about it
        </Button>
      </div>{' '}
      <BusinessForm saved={business} />
    </div>
  );
}
