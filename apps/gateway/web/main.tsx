import '@commons/ui/styles.css';
import { renderApp } from '@commons/ui';
import { Pages } from './pages.tsx';
import { Welcome } from './welcome/welcome.tsx';

renderApp({ name: 'gateway', title: 'Commons', welcome: <Welcome />, children: <Pages /> });
