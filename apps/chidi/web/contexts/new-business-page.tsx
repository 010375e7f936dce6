import { usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useLocation } from 'wouter';
import { newConversationAbout } from '../conversations/use-new-conversation-path.ts';
import { BusinessForm } from './business-form.tsx';
import classes from './businesses.module.css';

/** Where a business is described for the first time. */
export function NewBusinessPage() {
  const [, navigate] = useLocation();
  usePageTitle('New business');
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1}>Describe your business</Title>
          <p className={classes.lead}>
            Write as you would explain it to a new colleague. Chidi reads this before every answer, and only
            your account can see it.
          </p>
        </div>
      </div>
      <BusinessForm saved={null} onSaved={({ id }) => navigate(newConversationAbout(id))} />
    </div>
  );
}
