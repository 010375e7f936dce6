import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { noticesOnPage } from '../../server/notices/schemas.ts';
import page from '../page.module.css';
import { MailPreviews } from './mail-previews.tsx';
import { MailSetting } from './mail-setting.tsx';
import { NoticeList } from './notice-list.tsx';
import classes from './notices.module.css';
import { OlderNotices } from './older-notices.tsx';
import { useNotices } from './use-notices.ts';

/** What the person was told, whether by mail as well, and what such mails say. */
export function NoticesPage() {
  const { data: notices, error, refetch, markRead } = useNotices();
  usePageTitle('Notices');
  if (!notices) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
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
          {notices.length === noticesOnPage && (
            <OlderNotices after={notices.at(-1)?.id ?? ''} onRead={markRead} />
          )}
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
