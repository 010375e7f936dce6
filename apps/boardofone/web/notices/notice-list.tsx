import { Timestamp } from '@commons/ui';
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { changeWords } from '../../deliberation/change-words.ts';
import type { Notice } from '../client.ts';
import { noticePath, noticeWords } from './notice-words.ts';
import classes from './notices.module.css';

/** Notices, each with the way to what it is about; going there marks it as read. */
export function NoticeList({ notices, onRead }: { notices: readonly Notice[]; onRead(id: string): void }) {
  return (
    <ul className={classes.list}>
      {notices.map((notice) => (
        <li key={notice.id} className={classes.notice} data-unread={notice.readAt === null || undefined}>
          <div>
            <Link href={noticePath(notice)} className={classes.problem} onClick={() => onRead(notice.id)}>
              {notice.problem.split('\n')[0]}
            </Link>
            {notice.whatIf && (
              <p className={classes.whatIf} dir="auto">
                {changeWords(notice.whatIf)}
              </p>
            )}
            <p>
              {noticeWords(notice)}{' '}
              <span className={classes.muted}>
                <Timestamp date={notice.createdAt} />
              </span>
            </p>
          </div>
          {notice.readAt === null && (
            <Button variant="default" onClick={() => onRead(notice.id)}>
              Mark as read
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
