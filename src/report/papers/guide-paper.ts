import { APP_VERSION } from '../../core/app-version.ts';
import { GUIDE } from '../../messages/guide-texts.ts';
import { PAPER } from '../../messages/report-texts.ts';
import { TERMS } from '../../messages/terms.ts';
import { METRICS, type Metric } from '../../metrics/catalogue.ts';
import type { Block, Paper } from '../paper.ts';

/** 手引き: how to work with the app, and what its words and figures mean. */
export function guidePaper(): Paper {
  const metrics: readonly Metric[] = Object.values(METRICS);
  const chapters = GUIDE.chapters.flatMap(({ heading, steps }): Block[] => [
    { kind: 'heading', text: heading },
    { kind: 'facts', facts: steps },
  ]);
  return {
    title: GUIDE.title,
    sheets: [
      { name: GUIDE.title, title: GUIDE.title, orientation: 'portrait', source: PAPER.app(APP_VERSION), blocks: [{ kind: 'text', text: GUIDE.intro }, ...chapters] },
      {
        name: GUIDE.words,
        title: GUIDE.words,
        orientation: 'portrait',
        source: PAPER.app(APP_VERSION),
        blocks: [
          { kind: 'facts', facts: TERMS.map(({ name, meaning }) => [name, meaning] as const) },
          { kind: 'heading', text: GUIDE.figures },
          { kind: 'facts', facts: metrics.map(({ title, meaning, absent }) => [title, `${meaning}${absent}`] as const) },
        ],
      },
    ],
  };
}
