import { Button, Group } from '@mantine/core';
import { IconFileText, IconHistory } from '@tabler/icons-react';
import { Link } from 'wouter';
import { isOver } from '../../deliberation/states.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { WhatIfLink } from '../forks/what-if-link.tsx';

/** Where to go from the room, as far as there is something to do or to see. */
export function NextPages({
  id,
  view: { memoId, round, status, waitsFor },
}: {
  id: string;
  view: SessionView;
}) {
  return (
    <Group gap="xs">
      {waitsFor === 'approval' && (
        <Button component={Link} href={`/sessions/${id}/questions`}>
          Look at the questions
        </Button>
      )}
      {waitsFor === 'panel' && (
        <Button component={Link} href={`/sessions/${id}/panel`}>
          Look at the panel
        </Button>
      )}
      {memoId && (
        <Button
          component={Link}
          href={`/sessions/${id}/memo`}
          leftSection={<IconFileText size={18} stroke={1.8} />}
        >
          Read the memo
        </Button>
      )}
      {isOver(status) && round > 0 && <WhatIfLink id={id} />}
      {isOver(status) && (
        <Button
          component={Link}
          href={`/sessions/${id}/replay`}
          variant="default"
          leftSection={<IconHistory size={18} stroke={1.8} />}
        >
          Replay
        </Button>
      )}
    </Group>
  );
}
