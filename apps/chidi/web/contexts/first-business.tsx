import { EmptyState } from '@commons/ui';
import { Button } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { Link } from 'wouter';

/** The first thing that a new person sees. */
export function FirstBusiness() {
  return (
    <>
      <h1 className="ui-hidden">Welcome to Chidi</h1>
      <EmptyState
        icon={<IconBuildingStore stroke={1.4} />}
        title="Tell Chidi about your business"
        action={
          <Button component={Link} href="/contexts/new">
            Describe your business
          </Button>
        }
      >
        <p>
          What you sell, to whom, and how you sound. Two or three sentences are enough to begin with: every
          answer then starts from them, and you can add more at any time.
        </p>
      </EmptyState>
    </>
  );
}
