import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { ConversationSummary } from '../client.ts';
import classes from './conversation-list.module.css';
import { focusNeighbour } from './focus-neighbour.ts';
import { nameOf } from './name-of.ts';
import { TitleForm } from './title-form.tsx';
import { useRemoveConversation } from './use-remove-conversation.ts';
import { useTitleEditing } from './use-title-editing.ts';

interface ConversationItemProps {
  conversation: ConversationSummary;
  current: boolean;
}

/** One conversation in the sidebar; its pencil turns the title into a field. */
export function ConversationItem({ conversation, current }: ConversationItemProps) {
  const { id, title } = conversation;
  const { editing, start, pencil } = useTitleEditing(conversation);
  const remove = useRemoveConversation(conversation);
  return (
    <li className={classes.item} data-current={current || undefined}>
      {editing ? (
        <TitleForm {...editing} />
      ) : (
        <>
          <Link
            href={`/c/${id}`}
            className={classes.link}
            aria-current={current ? 'page' : undefined}
            data-untitled={title === null || undefined}
            title={title ?? undefined}
            dir="auto"
          >
            {nameOf(conversation)}
          </Link>
          <ActionIcon
            ref={pencil}
            className={classes.tool}
            aria-label={`Rename “${nameOf(conversation)}”`}
            title="Rename"
            onClick={start}
          >
            <IconPencil size={18} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            className={classes.tool}
            aria-label={`Delete “${nameOf(conversation)}”`}
            title="Delete"
            onClick={({ currentTarget }) => {
              focusNeighbour(currentTarget);
              void remove();
            }}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
