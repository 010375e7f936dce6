import { Timestamp } from '@commons/ui';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDotsVertical,
  IconShare,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import { changeWords } from '../../deliberation/change-words.ts';
import { parseUsd, usdWords } from '../../money/usd.ts';
import type { SessionSummary } from '../client.ts';
import { pathOf, standing } from './session-words.ts';
import classes from './sessions.module.css';

interface SessionRowProps {
  session: SessionSummary;
  onArchive: (id: string, isArchived: boolean) => void;
  onDelete: (session: SessionSummary) => void;
}

/** One decision in the list, and what can be done with it. */
export function SessionRow({ session, onArchive, onDelete }: SessionRowProps) {
  const { id, problem, createdAt, totalCost, archivedAt, whatIf } = session;
  const isWaiting = session.status === 'active' && session.waitsFor !== null;
  const [line = ''] = problem.split('\n');
  return (
    <>
      <Link href={pathOf(session)} className={classes.session}>
        <span className={classes.problem} dir="auto">
          {line}
        </span>
        {whatIf && (
          <span className={classes.whatIf} dir="auto">
            {changeWords(whatIf)}
          </span>
        )}
        <span className={classes.about}>
          <span className={isWaiting ? classes.waiting : undefined}>{standing(session)}</span>
          <span>{usdWords(parseUsd(totalCost))}</span>
          <Timestamp date={createdAt} />
        </span>
      </Link>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={classes.more}
            size={44}
            variant="subtle"
            color="gray"
            aria-label={`More about ${line}`}
          >
            <IconDotsVertical size={20} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            href={`/new?from=${id}`}
            leftSection={<IconCopy size={18} stroke={1.7} />}
          >
            Ask again
          </Menu.Item>
          {session.status === 'completed' && (
            <Menu.Item
              component={Link}
              href={`/sessions/${id}/sharing`}
              leftSection={<IconShare size={18} stroke={1.7} />}
            >
              Share the memo
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={
              archivedAt ? <IconArchiveOff size={18} stroke={1.7} /> : <IconArchive size={18} stroke={1.7} />
            }
            onClick={() => onArchive(id, !archivedAt)}
          >
            {archivedAt ? 'Back to the list' : 'Archive'}
          </Menu.Item>
          <Menu.Item
            c="var(--ui-danger)"
            leftSection={<IconTrash size={18} stroke={1.7} />}
            onClick={() => onDelete(session)}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
