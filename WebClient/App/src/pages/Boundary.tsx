import { Component, type ReactNode } from 'react';
import { t } from '../words/t';
import { Notice } from './Notice';

/** Whatever breaks while a page is drawn, people read what to do and that nothing they wrote is gone, instead of nothing at all. React tells the console what broke. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? (
      <Notice
        title={t('broken.title')}
        text={t('broken.text')}
        onAgain={() => location.reload()}
        again={t('part.reload')}
      />
    ) : (
      this.props.children
    );
  }
}
