import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Closer to the end than this counts as being there: a fraction of a line is not "scrolled up". */
const nearPx = 48;

/** Whether a scrolled box shows its end. */
function isAtBottom({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= nearPx;
}

/**
 * Follows growing content while its end is in view, and leaves the page alone once somebody scrolls up to read.
 * `jump` goes back to the end and follows again.
 */
export function useStickToBottom(box: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>) {
  const following = useRef(true);
  const [atBottom, setAtBottom] = useState(true);

  const jump = useCallback(() => {
    following.current = true;
    setAtBottom(true);
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [box]);

  useLayoutEffect(jump, [jump]);

  useEffect(() => {
    const scrolled = box.current;
    if (!scrolled || !content.current) return;
    let lastTop = scrolled.scrollTop;
    const onScroll = () => {
      const { scrollTop } = scrolled;
      // Away from the end without having moved up: more has arrived since, and following it is still to come.
      if (isAtBottom(scrolled) || scrollTop < lastTop) {
        following.current = isAtBottom(scrolled);
        setAtBottom(following.current);
      }
      lastTop = scrollTop;
    };
    const follow = () => {
      if (following.current) {
        scrolled.scrollTop = scrolled.scrollHeight;
        lastTop = scrolled.scrollTop;
      } else setAtBottom(isAtBottom(scrolled));
    };
    const observer = new ResizeObserver(follow);
    observer.observe(content.current);
    observer.observe(scrolled);
    scrolled.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      scrolled.removeEventListener('scroll', onScroll);
    };
  }, [box, content]);

  return { atBottom, jump };
}
