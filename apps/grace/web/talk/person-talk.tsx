import { Button, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { SessionList } from './session-list.tsx';
import { SuggestionCards } from './suggestion-cards.tsx';
import classes from './talk.module.css';

/** Where a conversation begins; give the device to the person here. */
export function PersonTalk() {
  const profile = useProfile();
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Hello {profile.preferredName}</Title>
        {!profile.isPlain && (
          <Button component={Link} href={`/p/${profile.id}/story`} variant="default" size="md">
            Life story
          </Button>
        )}
      </div>
      <p className={classes.lead}>What shall we talk about?</p>
      <SuggestionCards />
      {!profile.isPlain && <SessionList />}
    </div>
  );
}
