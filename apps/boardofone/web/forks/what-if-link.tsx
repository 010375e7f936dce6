import { Button } from '@mantine/core';
import { IconGitFork } from '@tabler/icons-react';
import { Link } from 'wouter';

/** The way to begin a session anew with one thing changed, from the end of a round where one is given. */
export function WhatIfLink({ id, round }: { id: string; round?: number }) {
  const from = round === undefined ? '' : `?round=${round}`;
  return (
    <Button
      component={Link}
      href={`/sessions/${id}/what-if${from}`}
      variant="default"
      leftSection={<IconGitFork size={18} stroke={1.8} />}
    >
      {round === undefined ? 'What if…' : `What if, from the end of round ${round}…`}
    </Button>
  );
}
