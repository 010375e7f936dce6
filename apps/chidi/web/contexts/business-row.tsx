import { Timestamp } from '@commons/ui';
import { ActionIcon } from '@mantine/core';
import { IconMessagePlus, IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Business } from '../client.ts';
import { newConversationAbout } from '../conversations/use-new-conversation-path.ts';
import classes from './businesses.module.css';

/** One business of the list, and what can be done with it. */
export function BusinessRow({ business, onRemove }: { business: Business; onRemove: () => void }) {
  const { id, name, version, updatedAt } = business;
  return (
    <li className={classes.business}>
      <div className={classes.about}>
        <Link href={`/contexts/${id}`} className={classes.name} dir="auto">
          {name}
        </Link>
        <span className={classes.facts}>
          Version {version} · <Timestamp date={updatedAt} />
        </span>
      </div>
      <ActionIcon
        component={Link}
        href={newConversationAbout(id)}
        aria-label={`Ask about ${name}`}
        title="Ask about it"
      >
        <IconMessagePlus size={20} stroke={1.6} />
      </ActionIcon>
      <ActionIcon aria-label={`Delete ${name}`} title="Delete" onClick={onRemove}>
        <IconTrash size={20} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
