import { notifyError, Timestamp } from '@commons/ui';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { pageOf } from '../../notices/page-of.ts';
import { type Outputs, useTRPC } from '../client.ts';
import { inReadersClock } from '../formats/in-readers-clock.ts';
import classes from './notices.module.css';

export type Notice = Outputs['notices']['list']['notices'][number];

/** What somebody was told, and the way to say that they see to it. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const acknowledge = useMutation(
    trpc.notices.acknowledge.mutationOptions({
      onSuccess: () => queries.invalidateQueries(),
      onError: notifyError,
    }),
  );
  const isAlarm = notice.kind === 'safety_alert';
  return (
    <li
      className={classes.notice}
      data-unread={!notice.isRead || undefined}
      data-alarm={isAlarm || undefined}
    >
      <div className={classes.words}>
        <div>
          {isAlarm && <IconAlertTriangle size={22} className={classes.alarm} aria-hidden="true" />}
          <Link href={pageOf(notice.kind, notice.profileId)} className={classes.title}>
            {inReadersClock(notice.title)}
          </Link>
        </div>
        <span>{inReadersClock(notice.body)}</span>
        <span className={classes.when}>
          {!notice.isRead && <strong>New, </strong>}
          <Timestamp date={notice.sentAt} />
        </span>
      </div>
      {notice.canAcknowledge && (
        <Button
          size="md"
          variant="light"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ id: notice.id })}
        >
          I see to it
        </Button>
      )}
      {(notice.isSettled || notice.isAcknowledged) && (
        <span className={classes.done}>
          <IconCheck size={20} aria-hidden="true" /> {becameOf(notice)}
        </span>
      )}
    </li>
  );
}

function becameOf({ isSettled, kind }: Notice): string {
  if (!isSettled) return 'You see to it';
  return kind === 'safety_alert' ? 'Seen to' : 'Logged since';
}
