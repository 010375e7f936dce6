import { type Activity, accountApi, ErrorState, LoadingState, Timestamp, useApps } from '@commons/ui';
import { Button, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import classes from './account.module.css';
import { actionWords } from './action-words.ts';

const few = 10;
const many = 200;

/** What was done under the person's name, in every app, the newest first. */
export function ActivityList() {
  const [limit, setLimit] = useState(few);
  const activity = useQuery({
    queryKey: ['account', 'activity', limit],
    queryFn: () => accountApi.activity(limit),
    placeholderData: keepPreviousData,
  });
  if (activity.isPending) return <LoadingState />;
  if (activity.isError) return <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />;
  return (
    <Stack gap="md" align="start">
      <ul className={classes.list} aria-labelledby="activity">
        {activity.data.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      {limit === few && activity.data.length === few && (
        <Button variant="default" onClick={() => setLimit(many)}>
          Show more
        </Button>
      )}
    </Stack>
  );
}

function Entry({ entry: { action, app, device, at } }: { entry: Activity }) {
  const { data: apps = [] } = useApps();
  const title = apps.find(({ name }) => name === app)?.title;
  return (
    <div className={classes.about}>
      <div className={classes.name}>{actionWords(action)}</div>
      <div className={classes.facts}>
        {title && `${title}, `}
        {device}, <Timestamp date={at} />
      </div>
    </div>
  );
}
