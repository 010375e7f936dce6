import { ReadableStream, TransformStream } from 'node:stream/web';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** What browsers have and jsdom lacks, as far as the components ask for it. */
class ResizeObserverStub {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const tests = crypto.randomUUID();

/** Node's reaches every thread of the process: without this, tests that run beside each other sign each other out. */
class ChannelOfTheseTests extends BroadcastChannel {
  constructor(name: string) {
    super(`${tests} ${name}`);
  }
}

function fillGaps(): void {
  globalThis.BroadcastChannel = ChannelOfTheseTests;
  globalThis.ResizeObserver = ResizeObserverStub;
  // Live answers are read by them.
  Object.assign(globalThis, { ReadableStream, TransformStream });
  window.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }) as MediaQueryList;
  Element.prototype.scrollIntoView = () => {};
  // Fields that grow with their text measure again when a font has come.
  Object.defineProperty(document, 'fonts', { value: new EventTarget() });
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
}

// Tests of a built page run in Node and bring a browser of their own.
if (typeof window !== 'undefined') {
  fillGaps();
  // What is loaded on first use takes its time on a busy machine.
  configure({ asyncUtilTimeout: 10_000 });
  afterEach(() => {
    cleanup();
    notifications.clean();
    localStorage.clear();
  });
}
