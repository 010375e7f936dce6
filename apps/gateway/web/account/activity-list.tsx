import {
  type Activity,
  accountApi,
  ErrorState,
  LoadingState,
  NextPage,
  Timestamp,
  useApps,
} from '@commons/ui';
import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import classes from './account.module.css';
import { actionWords } from './action-words.ts';

const few = 10;
const many = 50;

/** How many are asked for after this entry; a shorter page is the last. */
const sizeAfter = (last: string | null): number => (last === null ? few : many);

/** What was done under the person's name, in every app, the newest first, as far back as somebody wants to read. */
export function ActivityList() {
  const activity = useInfiniteQuery({
    queryKey: ['account', 'activity'],
    queryFn: ({ pageParam }) => accountApi.activity(sizeAfter(pageParam), pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page, _, before) =>
      page.length < sizeAfter(before) ? null : (page.at(-1)?.id ?? null),
  });
  if (activity.isPending) return <LoadingState />;
  if (!activity.data) return <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />;
  return (
    <Stack gap="md" align="start">
      <ul className={classes.list} aria-labelledby="activity">
        {activity.data.pages.flat().map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      <NextPage query={activity}>Show more</NextPage>
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
