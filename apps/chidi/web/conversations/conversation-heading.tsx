import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Conversation, useTRPC } from '../client.ts';
import { BusinessMenu } from '../contexts/business-menu.tsx';
import classes from './conversation-heading.module.css';
import { nameOf } from './name-of.ts';
import { TitleForm } from './title-form.tsx';
import { useRemoveConversation } from './use-remove-conversation.ts';
import { useTitleEditing } from './use-title-editing.ts';

/** The title of the open conversation and the business that it is about. */
export function ConversationHeading({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.conversations.byId.queryOptions({ id }));
  return data ? <Heading conversation={data} /> : null;
}

function Heading({ conversation }: { conversation: Conversation }) {
  const { userContextId } = conversation;
  const { editing, start, pencil } = useTitleEditing(conversation);
  const remove = useRemoveConversation(conversation);
  if (editing) return <TitleForm {...editing} />;
  return (
    <div className={classes.heading}>
      <div className={classes.title}>
        <h1 dir="auto">{nameOf(conversation)}</h1>
        <ActionIcon
          ref={pencil}
          className={classes.tool}
          aria-label="Rename the conversation"
          title="Rename"
          onClick={start}
        >
          <IconPencil size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          className={classes.tool}
          aria-label="Delete the conversation"
          title="Delete"
          onClick={() => void remove()}
        >
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </div>
      <BusinessMenu businessId={userContextId} label="New conversation about" />
    </div>
  );
}
