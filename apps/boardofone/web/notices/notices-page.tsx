import { ErrorState, LoadingState, NextPage, usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { noticesOnPage } from '../../server/notices/schemas.ts';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import { MailPreviews } from './mail-previews.tsx';
import { MailSetting } from './mail-setting.tsx';
import { NoticeList } from './notice-list.tsx';
import classes from './notices.module.css';
import { useMarkRead } from './use-notices.ts';

/** What the person was told, whether by mail as well, and what such mails say. */
export function NoticesPage() {
  const list = useInfiniteQuery(
    useTRPC().notices.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (last) => (last.length < noticesOnPage ? null : (last.at(-1)?.id ?? null)) },
    ),
  );
  const { data, error } = list;
  const markRead = useMarkRead();
  usePageTitle('Notices');
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void list.refetch()} /> : <LoadingState />;
  }
  const notices = data.pages.flat();
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <div className={page.head}>
        <Title order={1}>Notices</Title>
        <p>
          The board tells you when a session is done, when it stops by itself, and when the day has come to
          look back.
        </p>
      </div>
      {notices.length === 0 ? (
        <p className={classes.muted}>Nothing yet. Once a session is done, or has stopped, it says so here.</p>
      ) : (
        <>
          <NoticeList notices={notices} onRead={markRead} />
          <NextPage query={list}>Older notices</NextPage>
        </>
      )}
      <section aria-labelledby="mails" className={classes.section}>
        <Title order={2} id="mails">
          By mail
        </Title>
        <MailSetting />
      </section>
      <MailPreviews />
    </div>
  );
}
