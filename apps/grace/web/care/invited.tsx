import { CopyButton } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { Outputs } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import classes from './care.module.css';

/** What happens next: a mail is on its way, or the link is to be handed over. */
export function Invited({ invitation: { name, email }, link }: Outputs['invitations']['create']) {
  const { id } = useProfile();
  return (
    <div className={page.page} role="status">
      <Title order={1}>{name} is invited</Title>
      {link ? (
        <>
          <p className={page.lead}>
            This site sends no mail, so hand the link over yourself, to {name} and to nobody else. It works
            for seven days, with an account of {email}, and is not shown again.
          </p>
          <div className={classes.link}>
            <code>{link}</code>
            <CopyButton text={link} label="Copy the link" />
          </div>
        </>
      ) : (
        <p className={page.lead}>
          A mail with the link is on its way to {email}. It works for seven days. You will see here when{' '}
          {name} answers.
        </p>
      )}
      <div>
        <Button component={Link} href={`/p/${id}/care`} size="md">
          Back to the care team
        </Button>
      </div>
    </div>
  );
}
