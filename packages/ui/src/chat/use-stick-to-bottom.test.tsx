import { act, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useStickToBottom } from './use-stick-to-bottom.ts';

let grow: () => void;

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        grow = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
});

function Box() {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { atBottom, jump } = useStickToBottom(box, content);
  return (
    <>
      <div ref={box} data-testid="box">
        <div ref={content} />
      </div>
      {!atBottom && (
        <button type="button" onClick={jump}>
          Jump
        </button>
      )}
    </>
  );
}

/** A box of 100 px over content of the given height, since jsdom has no layout. */
function layOut(box: HTMLElement, heightPx: number) {
  Object.defineProperties(box, {
    clientHeight: { configurable: true, value: 100 },
    scrollHeight: { configurable: true, value: heightPx },
  });
}

function setUp() {
  render(<Box />);
  const box = screen.getByTestId('box');
  layOut(box, 500);
  act(() => grow());
  return {
    box,
    growTo: (heightPx: number) => {
      layOut(box, heightPx);
      act(() => grow());
    },
    scrollTo: (top: number) => {
      box.scrollTop = top;
      fireEvent.scroll(box);
    },
  };
}

describe('useStickToBottom', () => {
  it('follows growing content while its end is in view', () => {
    const { box, growTo } = setUp();
    growTo(900);
    expect(box.scrollTop).toBe(900);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('keeps following when more arrives before the browser tells of its own scrolling', () => {
    const { box, growTo, scrollTo } = setUp();
    growTo(900);
    layOut(box, 1500);
    scrollTo(900);
    growTo(1500);
    expect(box.scrollTop).toBe(1500);
  });

  it('stays where somebody has scrolled to, however much arrives', () => {
    const { box, growTo, scrollTo } = setUp();
    scrollTo(120);
    growTo(900);
    growTo(1500);
    expect(box.scrollTop).toBe(120);
    expect(screen.getByRole('button', { name: 'Jump' })).toBeTruthy();
  });

  it('goes to the end on request and follows again from there', () => {
    const { box, growTo, scrollTo } = setUp();
    scrollTo(120);
    fireEvent.click(screen.getByRole('button', { name: 'Jump' }));
    expect(box.scrollTop).toBe(500);
    growTo(900);
    expect(box.scrollTop).toBe(900);
  });

  it('follows again once somebody has scrolled back to the end', () => {
    const { box, growTo, scrollTo } = setUp();
    scrollTo(120);
    scrollTo(390);
    growTo(900);
    expect(box.scrollTop).toBe(900);
  });
});
