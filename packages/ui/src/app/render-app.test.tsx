import { act, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { stubServer } from '../../testing/stub-server.ts';
import { renderApp } from './render-app.tsx';

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
  Reflect.deleteProperty(globalThis, '__webpack_nonce__');
});

it('mounts an app, with the nonce of the page on every style it adds', async () => {
  document.head.innerHTML = '<meta name="csp-nonce" content="n0nce">';
  document.body.innerHTML = '<div id="root"></div>';
  localStorage.setItem('commons:color-scheme', 'dark');
  stubServer({ 'GET /api/auth/get-session': () => ({ user: { id: 'u', name: 'Ada', email: 'a@b.co' } }) });
  window.history.replaceState(null, '', '/chidi');
  let unmount = () => {};
  act(() => {
    unmount = renderApp({ name: 'chidi', title: 'Chidi', children: <p>The page</p> });
  });
  expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
  expect(await screen.findByText('The page')).toBeTruthy();
  expect(document.title).toBe('Chidi');
  const styles = [...document.querySelectorAll('style')];
  expect(styles.length).toBeGreaterThan(0);
  expect(styles.filter((style) => style.nonce !== 'n0nce')).toEqual([]);
  expect(globalThis).toHaveProperty('__webpack_nonce__', 'n0nce');
  act(unmount);
});

it('says what is missing in a page without a root', () => {
  expect(() => renderApp({ name: 'chidi', title: 'Chidi', children: null })).toThrow(/id "root"/);
});
