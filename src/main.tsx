import { render } from 'solid-js/web';
import { App } from './ui/App.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the app');
root.replaceChildren();
render(() => <App />, root);
