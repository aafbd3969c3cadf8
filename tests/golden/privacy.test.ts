import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/layout/fields.ts';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { EVERYTHING } from '../../src/metrics/scope.ts';
import { importRecord, rejectedFile } from '../../src/report/import-files.ts';
import { faultText, failureText } from '../../src/messages/failures.ts';
import { MARKER_DEFECTS, plantMarkers } from '../../tools/sample/markers.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { filesOfApp, loadIntoApp } from './app-files.ts';

const WORDING = { fault: faultText, refusal: failureText };
const CHOICES = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null } as const;
const ALL = { line: 0, results: null, recordResults: null };

/** Both forms in which a value could be found again. */
function forms(text: string): string {
  return `${text}\n${text.normalize('NFKC').toLowerCase()}`;
}

describe('personal and sensitive fields', () => {
  it('are not among the fields the app keeps', () => {
    const forbidden = FIELDS.filter(({ privacy }) => privacy === 'personal' || privacy === 'sensitive').map(({ number }) => number);
    expect(KEPT_FIELDS.filter(({ number }) => forbidden.includes(number))).toEqual([]);
  });

  for (const defect of MARKER_DEFECTS) {
    for (const encoding of ['cp932', 'utf-8'] as const) {
      it(`leave the reader in nothing the app can produce (${defect}, ${encoding})`, async () => {
        const { name, bytes, markers } = plantMarkers(defect, encoding);
        const app = await loadIntoApp([{ name, bytes }]);
        expect(app.loaded.files[0]?.records).toBeGreaterThan(0);
        const members = await app.workbench.members(EVERYTHING, CHOICES, 'total', ALL, { start: 0, size: 1000 });
        const readable = await app.workbench.runSql('SELECT * FROM レコード', EVERYTHING, CHOICES, 'total');
        const named = await app.workbench.runSql('SELECT * FROM 項目', EVERYTHING, CHOICES, 'total');
        expect(readable.ok && readable.value.rows.length).toBe(app.loaded.files[0]?.loaded);
        const produced = forms(
          [
            JSON.stringify(app.loaded),
            JSON.stringify(app.refused),
            JSON.stringify(members),
            JSON.stringify([readable, named]),
            rejectedFile(app.loaded.faults, WORDING),
            importRecord(app.loaded, app.sha256, app.refused, 'auto', EVERYTHING, WORDING),
            JSON.stringify(await filesOfApp(app, PLAIN)),
          ].join('\n'),
        );
        const found = markers.filter(({ marker }) => produced.includes(marker) || produced.includes(marker.normalize('NFKC').toLowerCase()));
        expect(found).toEqual([]);
        expect(markers.length).toBeGreaterThan(500);
      });
    }
  }
});
