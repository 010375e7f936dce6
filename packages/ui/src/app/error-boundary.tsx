import { Button, Group } from '@mantine/core';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { describeError } from '../errors/describe-error.ts';
import { RequestId } from '../states/request-id.tsx';
import { State } from '../states/state.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** Catches what no screen handled: says so, shows the request id when there is one, offers Reload and Back. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown; failed: boolean }> {
  override state = { error: null as unknown, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const { requestId } = describeError(this.state.error);
    return (
      <main>
        <State
          role="alert"
          icon={<IconMoodConfuzed stroke={1.4} />}
          title="This page stumbled"
          action={
            <Group justify="center">
              <Button onClick={() => window.location.reload()}>Reload</Button>
              <Button variant="default" onClick={goBack}>
                Back
              </Button>
            </Group>
          }
        >
          <p>Nothing that was saved is lost, and what you typed is kept as a draft.</p>
          <RequestId id={requestId} />
        </State>
      </main>
    );
  }
}

/** Leaves by a real navigation: the page that failed must not survive in memory. */
function goBack(): void {
  window.addEventListener('popstate', () => window.location.reload(), { once: true });
  window.history.back();
}
