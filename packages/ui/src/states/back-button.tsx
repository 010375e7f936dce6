import { Button } from '@mantine/core';
import { Link } from 'wouter';

/** The way out of a dead end: the app's first page. */
export function BackButton() {
  return (
    <Button component={Link} href="/" variant="default">
      Back to the start
    </Button>
  );
}
