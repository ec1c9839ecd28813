import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './pages/App';
import { followStyles } from './ui/fetching';
import { followHints } from './ui/hints';
import { followTheme } from './ui/settings';

followTheme();
followHints();
followStyles();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
