import { PartFailed } from '@commons/ui';
import { Title } from '@mantine/core';
import { Link } from 'wouter';
import { NoticeList } from './notice-list.tsx';
import classes from './notices.module.css';
import { useMarkRead, useNotices } from './use-notices.ts';

const shownMax = 3;

/** What is new since the person was here, or only the way to what was before. */
export function UnreadNotices() {
  const list = useNotices();
  const markRead = useMarkRead();
  const { data: notices = [] } = list;
  if (list.isLoadingError)
    return <PartFailed query={list}>Whether there is anything new could not be read.</PartFailed>;
  const unread = notices.filter(({ readAt }) => readAt === null);
  if (unread.length === 0) {
    return (
      <Link href="/notices" className={classes.all}>
        Notices and mails
      </Link>
    );
  }
  return (
    <section aria-labelledby="unread-notices" className={classes.unread}>
      <div className={classes.head}>
        <Title order={2} id="unread-notices" size="h4">
          New since you were here
        </Title>
        <Link href="/notices">All notices</Link>
      </div>
      <NoticeList notices={unread.slice(0, shownMax)} onRead={markRead} />
    </section>
  );
}
