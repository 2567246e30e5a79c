import { useTranslation } from 'react-i18next';
import { textOf } from '../../i18n/index.ts';
import { useRecipe } from '../playground.ts';
import classes from './ObjectiveStrip.module.css';

/** What each network minimises, and where it was published. */
export function ObjectiveStrip() {
  const { t } = useTranslation();
  const { id, paper } = useRecipe();
  return (
    <footer className={classes.strip}>
      <p data-network="D">
        <span>{t('objective.d')}</span> <i>{textOf('objective', id, 'd')}</i>
      </p>
      <p data-network="G">
        <span>{t('objective.g')}</span> <i>{textOf('objective', id, 'g')}</i>
      </p>
      <p className={classes.paper}>
        {paper.authors} ({paper.year}). <cite>{paper.title}</cite>.{' '}
        <a href={`https://arxiv.org/abs/${paper.arxiv}`} target="_blank" rel="noreferrer">
          arXiv:{paper.arxiv}
        </a>
      </p>
    </footer>
  );
}
