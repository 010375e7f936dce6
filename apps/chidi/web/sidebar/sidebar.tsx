import { Button } from '@mantine/core';
import { IconBuildingStore, IconPencilPlus } from '@tabler/icons-react';
import { Link, useRoute } from 'wouter';
import { ConversationList } from '../conversations/conversation-list.tsx';
import { useNewConversationPath } from '../conversations/use-new-conversation-path.ts';
import classes from './sidebar.module.css';

/** What there is to go to: a new conversation, the businesses, the conversations so far. */
export function Sidebar() {
  const newConversation = useNewConversationPath();
  const [atBusinesses] = useRoute('/contexts/*?');
  return (
    <div className={classes.sidebar}>
      <Button
        component={Link}
        href={newConversation}
        fullWidth
        justify="flex-start"
        leftSection={<IconPencilPlus size={20} stroke={1.7} />}
      >
        New conversation
      </Button>
      <Link href="/contexts" className={classes.link} aria-current={atBusinesses ? 'page' : undefined}>
        <IconBuildingStore size={20} stroke={1.6} aria-hidden="true" />
        Your businesses
      </Link>
      <ConversationList />
    </div>
  );
}
