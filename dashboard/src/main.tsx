import './look/nonce.ts';
import './look/look.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.querySelector('#root');
if (!place) throw new Error('The page has no place for the dashboard.');
createRoot(place).render(<App />);
