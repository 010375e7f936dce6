import { notifyError } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconCloudOff, IconCloudUp, IconHelpCircle, IconMapPin } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { formatTime } from '../formats/format-time.ts';
import { timeAndDay } from '../formats/time-and-day.ts';
import { useProfile } from '../frame/profile-context.ts';
import { deviceZone } from '../profiles/zones.ts';
import { placeOf } from '../travel/zone-name.ts';
import type { TodayFacts } from './administrations.ts';
import { Notice } from './notice.tsx';
import classes from './today.module.css';
import { useTodayHandlers } from './today-context.ts';
import type { Today } from './today-from.ts';

/** What somebody should know or answer before the doses of the day. */
export function Notices({ today }: { today: Today }) {
  const { canLog } = useTodayHandlers();
  const kept = today.items.filter(({ hasWaited, problem }) => hasWaited && !problem);
  const waiting = kept.filter(({ fault }) => !fault).length;
  const failing = kept.filter(({ fault }) => fault);
  const isElsewhere = formatTime(deviceZone(), today.now) !== formatTime(today.zone, today.now);
  return (
    <>
      {waiting > 0 && (
        <Notice Icon={IconCloudUp}>
          <p>
            {waiting === 1 ? 'One entry is' : `${waiting} entries are`} kept on this device and will be sent
            as soon as there is a connection.
          </p>
        </Notice>
      )}
      {failing.length > 0 && (
        <Notice Icon={IconCloudOff}>
          <p role="alert">
            <strong>
              {failing.length === 1 ? 'One entry is' : `${failing.length} entries are`} not recorded yet:{' '}
              {failing.map(({ name }) => name).join(', ')}.
            </strong>{' '}
            {failing[0]?.fault}. Nobody else sees it until then. It is kept on this device and sent again; if
            it stays like this, tell whoever runs this server.
          </p>
        </Notice>
      )}
      {isElsewhere && (
        <Notice Icon={IconMapPin}>
          <p>
            Times are by the clock in {placeOf(today.zone)}, where it is {formatTime(today.zone, today.now)}.
          </p>
        </Notice>
      )}
      {today.duplicates.map((report) => (
        <TwiceQuestion key={report.id} report={report} today={today} canAnswer={canLog} />
      ))}
    </>
  );
}

interface TwiceQuestionProps {
  report: TodayFacts['duplicates'][number];
  today: Today;
  canAnswer: boolean;
}

function TwiceQuestion({ report, today, canAnswer }: TwiceQuestionProps) {
  const profile = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.doses.resolveDuplicate.mutationOptions({
      onError: notifyError,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.doses.pathKey() }),
    }),
  );
  const { first, second, medicationName } = report;
  const resolve = (resolution: 'given_once' | 'given_too') =>
    mutate({ profileId: profile.id, id: report.id, resolution });
  const wasSkipped = first.status === 'skipped';
  const at = (instant: string) => timeAndDay(today.zone, Date.parse(instant), today.now);
  return (
    <Notice Icon={IconHelpCircle}>
      <h2 className={classes.question}>
        {wasSkipped ? `Was ${medicationName} given after all?` : `Was ${medicationName} given twice?`}
      </h2>
      <p>
        {first.by} recorded it as {wasSkipped ? 'skipped' : 'given'} {at(first.actualAt)}, and {second.by} as
        given {at(second.actualAt)}.
      </p>
      {canAnswer && (
        <Group gap="sm">
          <Button variant="default" disabled={isPending} onClick={() => resolve('given_once')}>
            {wasSkipped ? 'No, skipped' : 'No, once'}
          </Button>
          <Button variant="default" disabled={isPending} onClick={() => resolve('given_too')}>
            {wasSkipped ? 'Yes, given' : 'Yes, twice'}
          </Button>
        </Group>
      )}
    </Notice>
  );
}
