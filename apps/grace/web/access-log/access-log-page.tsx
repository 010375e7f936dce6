import { EmptyState, ErrorState, LoadingState, NextPage, PartFailed, usePageTitle } from '@commons/ui';
import { Select, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { HoldersAlone } from '../frame/holders-alone.tsx';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import classes from './access-log.module.css';
import { RunRow, resourceWords } from './run-row.tsx';
import { useLogHead } from './use-log-head.ts';
import { useLogView } from './use-log-view.ts';

/** Who read what, and when. It is written by the database, and nobody can change it. */
export function AccessLogPage() {
  const { rights } = useProfile();
  usePageTitle('Who read what');
  if (!rights.isHolder) return <HoldersAlone title="Who read what is closed to you" />;
  return <AccessLog />;
}

function AccessLog() {
  const trpc = useTRPC();
  const { id: profileId, preferredName } = useProfile();
  const [view, setView] = useLogView();
  const head = useLogHead(profileId);
  const list = useInfiniteQuery(
    trpc.accessLog.list.infiniteQueryOptions(
      { profileId, ...view },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const { data, error } = list;
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void list.refetch()} /> : <LoadingState />;
  const runs = data.pages.flatMap((one) => one.runs);
  const isFiltered = Object.keys(view).length > 0;
  if (runs.length === 0 && !isFiltered) {
    return (
      <>
        <h1 className="ui-hidden">Who read what</h1>
        <EmptyState title="Nobody else has read anything yet">
          <p>
            Whenever somebody reads notes, conversations or the emergency card, it appears here within
            seconds.
          </p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={page.page}>
      <Title order={1}>Who read what</Title>
      <p className={page.lead}>
        Every time somebody else reads notes, conversations or the emergency card of {preferredName}. Nobody
        can change or remove a line.
      </p>
      <div className={classes.filters}>
        <Select
          label="Who"
          size="md"
          placeholder="Everybody"
          clearable
          data={head.data?.readers ?? []}
          value={view.actorName ?? null}
          onChange={(actorName) => setView({ actorName, resource: view.resource })}
        />
        <Select
          label="What"
          size="md"
          placeholder="Everything"
          clearable
          data={Object.entries(resourceWords).map(([value, label]) => ({ value, label }))}
          value={view.resource ?? null}
          onChange={(resource) => setView({ actorName: view.actorName, resource })}
        />
      </div>
      {head.isLoadingError && (
        <PartFailed query={head}>
          Who has read anything could not be looked up, so that new lines do not appear by themselves.
        </PartFailed>
      )}
      {list.isPlaceholderData ? (
        <LoadingState />
      ) : (
        <>
          {runs.length === 0 && (
            <p role="status">Nothing fits. Choose everybody and everything to see all.</p>
          )}
          <ol className={classes.list}>
            {runs.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </ol>
          <NextPage query={list} size="md">
            Earlier
          </NextPage>
        </>
      )}
    </div>
  );
}
